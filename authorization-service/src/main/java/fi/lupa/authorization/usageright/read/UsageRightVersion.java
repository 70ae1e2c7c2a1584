package fi.lupa.authorization.usageright.read;

import fi.lupa.authorization.usageright.ChangedBy;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.RightPower;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.UsageRightChanged.Change;
import fi.lupa.contracts.event.UsageRightChanged.Purchase;
import fi.lupa.contracts.event.UsageRightChanged.Subcontractor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version in a right's history: what it was after the change, who made the change and when.
 *
 * @param origin the client relationship document that the change came from; null otherwise
 */
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
    Set<RightPower> powers,
    @Nullable Purchase purchase,
    List<Subcontractor> subcontractors,
    Instant changedAt,
    ChangedBy changedBy,
    @Nullable Origin origin) {

  /** A version of a client relationship document. */
  record Origin(Oid documentOid, long documentVersion) {}

  /** As a party may see it; a subcontractor sees of the others nothing. */
  UsageRightVersion to(Oid party, UsageRight right) {
    boolean whole = party.equals(right.organiser()) || party.equals(right.producer());
    return whole
        ? this
        : new UsageRightVersion(
            version,
            change,
            producer,
            producerUnit,
            serviceTask,
            socialServices,
            start,
            end,
            endedAt,
            endReason,
            powers,
            null,
            subcontractors.stream().filter(one -> one.organisation().equals(party)).toList(),
            changedAt,
            changedBy,
            null);
  }
}
