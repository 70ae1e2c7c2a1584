package fi.lupa.authorization.usageright.grant;

import fi.lupa.authorization.usageright.GivenSubcontractor;
import fi.lupa.authorization.usageright.Terms;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RightPower;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.UsageRightChanged.Purchase;
import fi.lupa.platform.client.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of a grant; members as in {@link UsageRight}. */
public record GrantRequest(
    ClientId client,
    ServiceTask serviceTask,
    Oid producer,
    Oid producerUnit,
    @Nullable List<String> socialServices,
    LocalDate start,
    @Nullable LocalDate end,
    @Nullable Set<RightPower> powers,
    @Nullable Purchase purchase,
    @Nullable List<GivenSubcontractor> subcontractors) {

  /** The first version of the right asked for. */
  UsageRight right(UsageRightId id, ClientRef ref, Oid organiser, Instant now) {
    return UsageRight.granted(
        id, ref, organiser, producer, producerUnit, serviceTask, terms(), now);
  }

  /** What may be amended later. */
  public Terms terms() {
    return Terms.of(socialServices, start, end, powers, purchase, subcontractors);
  }
}
