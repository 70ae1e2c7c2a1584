package fi.lupa.disclosure.record;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.event.RecordsQueried;
import fi.lupa.disclosure.asking.AccessRequest;
import fi.lupa.disclosure.asking.AccessRequest.WideSearch;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.decision.Verdict;
import fi.lupa.disclosure.document.Document;
import fi.lupa.platform.outbox.Outbox;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Puts an access that asks for records, permitted or not, on record and into the client's log:
 * kinds and numbers of documents, never which and never what is in them.
 */
@Component
public class QueriedAccesses {
  private final AccessStore records;
  private final Requesters requesters;
  private final Outbox outbox;

  QueriedAccesses(AccessStore records, Requesters requesters, Outbox outbox) {
    this.records = records;
    this.requesters = requesters;
    this.outbox = outbox;
  }

  /**
   * What the log tells besides the explanation.
   *
   * @param controllers whose registers it may name; the record also names those that something was
   *     withheld from
   * @param content whether what is in the documents was asked for
   * @param summary true for a summary, null for a query
   */
  public record Told(
      String purpose,
      List<Oid> controllers,
      boolean content,
      @Nullable Boolean summary,
      @Nullable String wideSearchReason,
      @Nullable Sector source) {
    public static Told of(
        AccessRequest request, List<Oid> controllers, boolean content, @Nullable Boolean summary) {
      WideSearch wideSearch = request.wideSearch();
      return new Told(
          request.purpose(),
          controllers,
          content,
          summary,
          wideSearch == null ? null : wideSearch.reasonCode(),
          request.source() == Sector.HEALTH ? Sector.HEALTH : null);
    }
  }

  /** To be called in the transaction that decided. */
  public Mono<Void> record(ClientRef client, AccessExplanation access, Told told, Facts facts) {
    List<Oid> concerned =
        Stream.concat(
                told.controllers().stream(),
                access.withheld().stream().map(AccessExplanation.WithheldDocument::controller))
            .distinct()
            .toList();
    return records
        .insert(client, access, concerned)
        .then(Mono.defer(() -> outbox.tell(event(client, access, told, facts), client.toString())));
  }

  private RecordsQueried event(ClientRef client, AccessExplanation access, Told told, Facts facts) {
    return new RecordsQueried(
        access.queryId(),
        client,
        access.time(),
        access.outcome(),
        access.reasonCode(),
        requesters.of(access.requester(), facts),
        told.purpose(),
        access.basis(),
        access.ground(),
        access.rulebook().name(),
        access.legalReferences(),
        Requesters.controllers(told.controllers(), facts),
        DocumentGroups.of(access.given()),
        told.content(),
        told.summary(),
        access.breakGlass(),
        told.wideSearchReason(),
        told.source());
  }

  /** Whose registers an answer came from, and the one that was meant. */
  public static List<Oid> controllers(Verdict.Allowed allowed, Collection<Document> given) {
    return Stream.concat(
            given.stream().map(Document::controller),
            Stream.ofNullable(allowed.scope().controller()))
        .distinct()
        .toList();
  }
}
