package fi.lupa.contracts.event;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A register usage right was granted, amended or ended; the whole state of it after the change.
 * {@code end} is the last day it is valid (Helsinki time), {@code endedAt} the moment it was ended
 * at once.
 */
public record UsageRightChanged(
    UUID id,
    long version,
    Change change,
    ClientRef client,
    Oid organiser,
    Oid producer,
    Oid producerUnit,
    ServiceTask serviceTask,
    List<String> socialServices,
    LocalDate start,
    @Nullable LocalDate end,
    @Nullable Instant endedAt,
    @Nullable RightEndReason endReason)
    implements Event {
  /** What the new version did. */
  public enum Change {
    GRANTED,
    AMENDED,
    ENDED
  }
}
