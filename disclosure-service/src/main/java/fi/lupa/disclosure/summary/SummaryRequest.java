package fi.lupa.disclosure.summary;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.decision.Relationship;
import fi.lupa.disclosure.record.AccessExplanation.Professional;
import fi.lupa.platform.client.ClientId;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who asks for a summary, as the contract's {@code ClientSummaryQuery} schema describes it. */
record SummaryRequest(
    ClientId client,
    Basis basis,
    @Nullable Ground ground,
    @Nullable Oid controller,
    @Nullable Set<ServiceTask> serviceTasks,
    String purpose,
    RequesterPart requester,
    @Nullable StatedRelationship relationship) {

  /** The unit and the professional who ask. */
  record RequesterPart(Oid unit, @Nullable Professional professional) {}

  /** The relationship or other task that the requester states (Act 703/2023 9 §). */
  record StatedRelationship(Relationship type, @Nullable String id) {}

  Set<ServiceTask> tasks() {
    return Objects.requireNonNullElse(serviceTasks, Set.of());
  }
}
