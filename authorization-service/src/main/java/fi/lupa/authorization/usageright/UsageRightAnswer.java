package fi.lupa.authorization.usageright;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
    Instant grantedAt) {

  /** The answer as things stand at {@code now}. */
  public static UsageRightAnswer of(UsageRight right, Instant now) {
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
        right.grantedAt());
  }
}
