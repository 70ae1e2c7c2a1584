package fi.lupa.authorization.usageright.read;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.UsageRightChanged.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version in a right's history: what it was after the change, who made the change and when. */
record UsageRightVersion(
    long version,
    Change change,
    Oid producer,
    Oid producerUnit,
    ServiceTask serviceTask,
    List<String> socialServices,
    LocalDate start,
    @Nullable LocalDate end,
    @Nullable Instant endedAt,
    @Nullable RightEndReason endReason,
    Instant changedAt,
    ChangedBy changedBy) {
  /** The organisation, and the subject of its system's token. */
  record ChangedBy(Oid organisation, String system) {}
}
