package fi.lupa.disclosure.recordquery.query;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.decision.Relationship;
import fi.lupa.disclosure.record.AccessExplanation.Professional;
import fi.lupa.platform.client.ClientId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record query as the contract's {@code RecordQuery} schema describes it. */
record RecordQueryRequest(
    ClientId client,
    Basis basis,
    @Nullable Ground ground,
    @Nullable Oid controller,
    @Nullable Set<ServiceTask> serviceTasks,
    @Nullable Set<String> socialServices,
    @Nullable Set<String> documentTypes,
    @Nullable Set<Oid> matters,
    @Nullable Set<Oid> producers,
    @Nullable Set<Oid> documents,
    @Nullable Versions versions,
    @Nullable Instant recordedFrom,
    @Nullable Instant recordedTo,
    String purpose,
    RequesterPart requester,
    @Nullable StatedRelationship relationship,
    @Nullable Include include,
    @Nullable ContactNeed contactData,
    @Nullable Integer limit,
    @Nullable String cursor) {

  /** The unit and the professional who ask. */
  record RequesterPart(Oid unit, @Nullable Professional professional) {}

  /**
   * The client or care relationship, or other task, that the requester states (Act 703/2023 9 §).
   */
  record StatedRelationship(Relationship type, @Nullable String id) {}

  /** Which versions of each document come. */
  enum Versions {
    CURRENT,
    ALL
  }

  /** Whether the bytes come too. */
  enum Include {
    METADATA,
    CONTENT
  }

  /** That the task needs a protected client's contact data. */
  enum ContactNeed {
    NEEDED
  }

  boolean content() {
    return include == Include.CONTENT;
  }
}
