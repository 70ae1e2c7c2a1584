package fi.lupa.authorization.usageright;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.RightPower;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.UsageRightChanged.Purchase;
import fi.lupa.contracts.event.UsageRightChanged.Subcontractor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A right as its parties are answered: everything but the client. */
public record UsageRightAnswer(
    UsageRightId id,
    long version,
    UsageRightState state,
    Oid organiser,
    Oid producer,
    Oid producerUnit,
    ServiceTask serviceTask,
    List<String> socialServices,
    LocalDate start,
    @Nullable LocalDate end,
    @Nullable Instant endedAt,
    @Nullable RightEndReason endReason,
    Instant grantedAt,
    Set<RightPower> powers,
    @Nullable Purchase purchase,
    List<Subcontractor> subcontractors) {

  /** To one of its parties, as things stand at {@code now}. */
  public static UsageRightAnswer of(UsageRight right, Oid party, Instant now) {
    boolean whole = party.equals(right.organiser()) || party.equals(right.producer());
    return whole ? whole(right, now) : toSubcontractor(whole(right, now), party);
  }

  /** A subcontractor learns neither how the service was bought nor who else gives it. */
  private static UsageRightAnswer toSubcontractor(UsageRightAnswer whole, Oid party) {
    return new UsageRightAnswer(
        whole.id,
        whole.version,
        whole.state,
        whole.organiser,
        whole.producer,
        whole.producerUnit,
        whole.serviceTask,
        whole.socialServices,
        whole.start,
        whole.end,
        whole.endedAt,
        whole.endReason,
        whole.grantedAt,
        whole.powers,
        null,
        whole.subcontractors.stream().filter(one -> one.organisation().equals(party)).toList());
  }

  /** To the organiser or the producer, as things stand at {@code now}. */
  public static UsageRightAnswer whole(UsageRight right, Instant now) {
    return new UsageRightAnswer(
        right.id(),
        right.version(),
        right.stateAt(now),
        right.organiser(),
        right.producer(),
        right.producerUnit(),
        right.serviceTask(),
        right.socialServices(),
        right.start(),
        right.end(),
        right.endedAt(),
        right.endReason(),
        right.grantedAt(),
        right.powers(),
        right.purchase(),
        right.subcontractors());
  }
}
