package fi.lupa.disclosure.uselog.search;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.LogSearched;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.disclosure.record.AccessExplanation.RequestedBy;
import fi.lupa.disclosure.record.AccessPlace;
import fi.lupa.disclosure.record.Officers;
import fi.lupa.disclosure.record.Requesters;
import fi.lupa.disclosure.record.SupervisionStore;
import fi.lupa.disclosure.record.SupervisionStore.Act;
import fi.lupa.disclosure.record.SupervisionStore.Look;
import fi.lupa.disclosure.uselog.ClientPseudonyms;
import fi.lupa.disclosure.uselog.UseLogEntry;
import fi.lupa.disclosure.uselog.UseLogFilter;
import fi.lupa.disclosure.uselog.UseLogStore;
import fi.lupa.platform.Ids;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.outbox.Outbox;
import fi.lupa.platform.outbox.Outbox.Addressed;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.platform.web.PageRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Searches a use log. The page, its record and what the clients' logs are told are one transaction:
 * nobody's rows are shown without that person being able to see that they were.
 */
@Component
class LogSearches {
  private static final List<String> LAW = List.of("ACT_703_2023_S10", "ACT_703_2023_S11");

  /** A signal is a question to every row; without a period it goes back this far. */
  private static final Duration SIGNALS_LOOK_BACK = Duration.ofDays(31);

  private final UseLogStore log;
  private final FactStore facts;
  private final Officers officers;
  private final SupervisionStore looks;
  private final Requesters requesters;
  private final ClientPseudonyms pseudonyms;
  private final ClientRefs clients;
  private final Outbox outbox;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  LogSearches(
      UseLogStore log,
      FactStore facts,
      Officers officers,
      SupervisionStore looks,
      Requesters requesters,
      ClientPseudonyms pseudonyms,
      ClientRefs clients,
      Outbox outbox,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.log = log;
    this.facts = facts;
    this.officers = officers;
    this.looks = looks;
    this.requesters = requesters;
    this.pseudonyms = pseudonyms;
    this.clients = clients;
    this.outbox = outbox;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A search in hand.
   *
   * @param named the client asked for
   */
  private record Search(
      UUID id,
      RequestedBy officer,
      @Nullable ClientRef named,
      Facts known,
      UseLogFilter filter,
      Instant now) {}

  Mono<LogSearchAnswer> search(Oid organisation, LogSearch request) {
    ClientRef named = request.client() == null ? null : clients.of(request.client());
    AccessPlace after = AccessPlace.parse(request.cursor());
    int limit = request.limit() == null ? PageRequest.DEFAULT_LIMIT : request.limit();
    Mono<Facts> known =
        named == null
            ? facts.organisations(List.of(organisation))
            : facts.load(named, List.of(organisation), false);
    return transactions.snapshot(
        known
            .map(found -> begin(organisation, request, named, found))
            .flatMap(search ->
                log.page(search.filter(), UseLogStore.Order.NEWEST_FIRST, after, limit + 1)
                    .flatMap(found -> answer(search, found, limit))));
  }

  private Search begin(
      Oid organisation, LogSearch request, @Nullable ClientRef named, Facts known) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant from =
        request.from() == null && request.signal() != null
            ? now.minus(SIGNALS_LOOK_BACK)
            : request.from();
    return new Search(
        ids.next(),
        officers.of(request.requester(), organisation, known),
        named,
        known,
        new UseLogFilter(
            organisation,
            named == null ? null : known.found(named),
            request.professional() == null ? null : request.professional().of(organisation),
            request.unit(),
            request.basis(),
            request.outcome(),
            request.signal(),
            from,
            request.to()),
        now);
  }

  private Mono<LogSearchAnswer> answer(Search search, List<UseLogEntry> found, int limit) {
    List<UseLogEntry> shown = found.size() > limit ? found.subList(0, limit) : found;
    String next = found.size() > limit ? shown.getLast().place().cursor() : null;
    Oid own = search.filter().organisation();
    return looks
        .insert(look(search, shown))
        .then(tell(events(search, shown)))
        .thenReturn(
            new LogSearchAnswer(
                search.id(),
                shown.stream()
                    .map(entry ->
                        LogSearchAnswer.Item.of(entry, pseudonyms.of(entry.client(), own), own))
                    .toList(),
                next));
  }

  private Mono<Void> tell(List<Addressed> events) {
    return events.isEmpty() ? Mono.empty() : outbox.appendAll(events).then();
  }

  private static Look look(Search search, List<UseLogEntry> shown) {
    return new Look(
        search.id(),
        Act.LOG_SEARCH,
        search.now(),
        search.officer(),
        search.named(),
        null,
        shown.stream().map(entry -> entry.access().queryId()).toList());
  }

  /** One for each client whose rows were shown; one who was asked for is told of nothing found. */
  private List<Addressed> events(Search search, List<UseLogEntry> shown) {
    Map<ClientRef, Integer> entries = new LinkedHashMap<>();
    if (search.named() != null) {
      entries.put(search.named(), 0);
    }
    shown.forEach(entry -> entries.merge(entry.client(), 1, Integer::sum));
    return entries.entrySet().stream()
        .filter(one -> one.getValue() > 0 || shown.isEmpty())
        .map(one ->
            new Addressed(event(search, one.getKey(), one.getValue()), one.getKey().toString()))
        .toList();
  }

  private LogSearched event(Search search, ClientRef client, int entries) {
    return new LogSearched(
        search.id(),
        client,
        search.now(),
        requesters.of(search.officer(), search.known()),
        search.named() != null,
        entries,
        LAW);
  }
}
