package fi.lupa.authorization.usageright.grant;

import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.platform.client.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a grant. */
record GrantRequest(
    ClientId client,
    ServiceTask serviceTask,
    Oid producer,
    Oid producerUnit,
    @Nullable List<String> socialServices,
    LocalDate start,
    @Nullable LocalDate end) {

  /** The first version of the right asked for. */
  UsageRight right(UsageRightId id, ClientRef ref, Oid organiser, Instant now) {
    return new UsageRight(
        id,
        1,
        ref,
        organiser,
        producer,
        producerUnit,
        serviceTask,
        socialServices == null ? List.of() : socialServices,
        start,
        end,
        now,
        null,
        null);
  }
}
