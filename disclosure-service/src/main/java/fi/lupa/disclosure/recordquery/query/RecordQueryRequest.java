package fi.lupa.disclosure.recordquery.query;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.asking.AccessRequest;
import fi.lupa.platform.client.ClientId;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record query as the contract's {@code RecordQuery} schema describes it. */
record RecordQueryRequest(
    ClientId client,
    Basis basis,
    @Nullable Ground ground,
    @Nullable Sector source,
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
    @Nullable WideSearch wideSearch,
    @Nullable Necessity necessity,
    @Nullable Incapacity incapacity,
    @Nullable Protection protection,
    @Nullable Include include,
    @Nullable ContactNeed contactData,
    @Nullable Integer limit,
    @Nullable String cursor)
    implements AccessRequest {

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

  /**
   * Whether everything is asked for at once. By narrowing a question, or by where its pages end,
   * one could find out what is withheld, be it by naming a task in which the role doesn't see all.
   * Without a disclosure the register is the only one there is; with a usage right the tasks are
   * the right's.
   */
  boolean asksEverything() {
    return cursor == null
        && recordedFrom == null
        && recordedTo == null
        && Stream.of(socialServices, documentTypes, matters, producers, documents)
            .allMatch(RecordQueryRequest::isOpen)
        && (basis != Basis.DISCLOSURE || controller == null)
        && (basis == Basis.REGISTER_USAGE_RIGHT || isOpen(serviceTasks));
  }

  private static boolean isOpen(@Nullable Set<?> filter) {
    return filter == null || filter.isEmpty();
  }

  boolean content() {
    return include == Include.CONTENT;
  }
}
