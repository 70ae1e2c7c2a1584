package fi.lupa.disclosure.citizen.documents;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.event.RepresentativeViewed;
import fi.lupa.disclosure.citizen.CitizenView;
import fi.lupa.disclosure.citizen.CitizenView.Act;
import fi.lupa.disclosure.citizen.CitizenViewStore;
import fi.lupa.disclosure.citizen.Words;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.document.DocumentStore;
import fi.lupa.disclosure.document.OwnDocument;
import fi.lupa.disclosure.document.OwnDocumentStore;
import fi.lupa.disclosure.document.OwnDocumentStore.Seen;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.disclosure.record.Requesters;
import fi.lupa.platform.Ids;
import fi.lupa.platform.client.OpaqueOids;
import fi.lupa.platform.client.OpaqueOids.Kind;
import fi.lupa.platform.outbox.Outbox;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.Representative;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.platform.web.Cursor;
import fi.lupa.platform.web.PageRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What the archive holds about a citizen, for the citizen (facts 10.6). Facts, documents and the
 * record of the look are one transaction over one snapshot.
 */
@Component
public class MyDocuments {
  /** Where much is withheld, small pages must not mean many statements. */
  private static final int LATER_CHUNK = 200;

  private final FactStore facts;
  private final OwnDocumentStore documents;
  private final DocumentStore contents;
  private final CitizenViewStore views;
  private final HiddenKinds hidden;
  private final CurrentText text;
  private final Words words;
  private final Outbox outbox;
  private final OpaqueOids opaque;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  MyDocuments(
      FactStore facts,
      OwnDocumentStore documents,
      DocumentStore contents,
      CitizenViewStore views,
      HiddenKinds hidden,
      CurrentText text,
      Words words,
      Outbox outbox,
      OpaqueOids opaque,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.facts = facts;
    this.documents = documents;
    this.contents = contents;
    this.views = views;
    this.hidden = hidden;
    this.text = text;
    this.words = words;
    this.outbox = outbox;
    this.opaque = opaque;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /** The next documents, or a problem INFORMING_REQUIRED. */
  Mono<MyDocument.Page> list(Citizen citizen, PageRequest page) {
    Seen after = place(citizen.client(), page.cursor());
    return open(
        citizen,
        Act.LIST,
        view ->
            fill(view, after, page.limit(), page.limit() + 1)
                .flatMap(more -> record(view, Act.LIST, null).thenReturn(page(view, more))));
  }

  /**
   * One document that is shown, or a problem NOT_FOUND: whether there is none or it is withheld.
   *
   * @param what how it is told
   */
  public <T> Mono<T> one(
      Citizen citizen, String id, Act act, BiFunction<OwnView, OwnDocument, Mono<T>> what) {
    return open(
            citizen,
            act,
            view ->
                Mono.justOrEmpty(opaque.reveal(view.client(), Kind.DOCUMENT, id))
                    .flatMap(document -> documents.find(view.refs(), document))
                    .doOnNext(own -> view.fill(List.of(own), 1))
                    .then(Mono.defer(() -> record(view, act, null)))
                    .then(Mono.defer(() -> Mono.justOrEmpty(view.last())))
                    .flatMap(own -> what.apply(view, own)))
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")));
  }

  Mono<MyDocument> described(OwnView view, OwnDocument own) {
    return Mono.just(document(view, own));
  }

  Mono<MyDocument.Content> content(OwnView view, OwnDocument own) {
    Document document = own.document();
    return contents
        .contents(view.refs(), List.of(document.id()))
        // looking through 10 MB takes longer than an event loop may
        .publishOn(Schedulers.boundedElastic())
        .map(stored -> Objects.requireNonNull(stored.get(document.id())))
        .map(bytes ->
            new MyDocument.Content(
                reference(view, document),
                document.form().mediaType(),
                document.form().language(),
                WithoutOids.of(new String(bytes, StandardCharsets.UTF_8))));
  }

  /** Opens the view, or, when it is closed, signals why after that is on record. */
  private <T> Mono<T> open(Citizen citizen, Act act, Function<OwnView, Mono<T>> look) {
    return transactions
        .snapshot(
            facts
                .load(citizen.client(), List.of(), true)
                .map(known -> known.bornOn(citizen.id().born()))
                .map(known ->
                    new OwnView(
                        citizen, known, clock.instant().truncatedTo(ChronoUnit.MICROS), hidden))
                .flatMap(view ->
                    CitizenRules.closed(citizen, view.facts(), text.on(view.today()), view.today())
                        .map(why -> record(view, act, why).thenReturn(new Looked<T>(why, null)))
                        .orElseGet(() ->
                            look.apply(view)
                                .map(found -> new Looked<>(null, found))
                                .defaultIfEmpty(new Looked<>(null, null)))))
        .flatMap(looked ->
            looked.refused() == null
                ? Mono.justOrEmpty(looked.found())
                : Mono.error(Problem.denied(looked.refused())));
  }

  /** What the transaction came to. */
  private record Looked<T>(@Nullable String refused, @Nullable T found) {}

  private Mono<Boolean> fill(OwnView view, @Nullable Seen after, int limit, int chunk) {
    return documents
        .page(view.refs(), after, chunk)
        .flatMap(found ->
            view.fill(found, limit)
                ? Mono.just(true)
                : found.size() < chunk
                    ? Mono.just(false)
                    : fill(view, place(found.getLast()), limit, LATER_CHUNK));
  }

  private Mono<Void> record(OwnView view, Act act, @Nullable String reasonCode) {
    UUID id = ids.next();
    return views
        .insert(
            new CitizenView(
                id, view.citizen(), act, view.now(), reasonCode, view.seen(), view.withheld()))
        .then(tell(id, view, act, reasonCode));
  }

  /** The client is told when somebody who acts for them was shown something. */
  private Mono<Void> tell(UUID id, OwnView view, Act act, @Nullable String reasonCode) {
    Representative by = view.citizen().representative();
    return by == null || reasonCode != null || (act != Act.LIST && view.last() == null)
        ? Mono.empty()
        : outbox
            .append(
                new RepresentativeViewed(id, view.client(), view.now(), by.role(), what(act)),
                view.client().toString())
            .then();
  }

  private static RepresentativeViewed.What what(Act act) {
    return switch (act) {
      case LIST -> RepresentativeViewed.What.DOCUMENT_LIST;
      case METADATA, CONTENT -> RepresentativeViewed.What.DOCUMENT;
      case VISIBILITY -> RepresentativeViewed.What.VISIBILITY;
    };
  }

  private MyDocument.Page page(OwnView view, boolean more) {
    OwnDocument last = view.last();
    return new MyDocument.Page(
        view.shown().stream().map(own -> document(view, own)).toList(),
        more && last != null ? cursor(view, last.document()) : null);
  }

  private MyDocument document(OwnView view, OwnDocument own) {
    Document document = own.document();
    return new MyDocument(
        reference(view, document),
        document.documentType(),
        words.documentType(document.documentType()),
        document.title(),
        Requesters.name(document.controller(), view.facts()),
        opaque.hide(view.client(), Kind.ORGANISATION, document.controller()),
        document.serviceTasks(),
        document.recordedAt(),
        document.form().language(),
        document.form().mediaType());
  }

  private String reference(OwnView view, Document document) {
    return opaque.hide(view.client(), Kind.DOCUMENT, document.documentOid());
  }

  private static Seen place(OwnDocument own) {
    return new Seen(own.document().standing().sortAt(), own.document().documentOid());
  }

  private String cursor(OwnView view, Document last) {
    return Cursor.encode(last.standing().sortAt(), reference(view, last));
  }

  private @Nullable Seen place(ClientRef client, @Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    List<String> parts = Cursor.decode(cursor, 2);
    try {
      return new Seen(
          Instant.parse(parts.get(0)),
          opaque.reveal(client, Kind.DOCUMENT, parts.get(1)).orElseThrow(Cursor::invalid));
    } catch (DateTimeException e) {
      throw Cursor.invalid();
    }
  }
}
