package fi.lupa.audit.mylog;

import fi.lupa.audit.coverage.Coverages;
import fi.lupa.audit.entry.Entries;
import fi.lupa.audit.entry.LogEntry;
import fi.lupa.audit.party.Names;
import fi.lupa.audit.party.Parties;
import fi.lupa.audit.readmodel.Recorded;
import fi.lupa.audit.withholding.Withholdings;
import fi.lupa.audit.withholding.Withholdings.Withheld;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.sql.direct.DirectTransactions;
import fi.lupa.platform.web.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A client's log, put into words. */
@Component
public class MyLog {
  private static final int AT_ONCE = 500;

  private final MyLogStore store;
  private final OrganisationStore organisations;
  private final Withholdings withholdings;
  private final Coverages coverage;
  private final Parties parties;
  private final Entries entries;
  private final DirectTransactions reading;

  MyLog(
      MyLogStore store,
      OrganisationStore organisations,
      Withholdings withholdings,
      Coverages coverage,
      Parties parties,
      Entries entries,
      @Qualifier("readingTransactions") DirectTransactions reading) {
    this.store = store;
    this.organisations = organisations;
    this.withholdings = withholdings;
    this.coverage = coverage;
    this.parties = parties;
    this.entries = entries;
    this.reading = reading;
  }

  /** All of one moment: what the coverage promises is among the entries. */
  Mono<LogPage> page(ClientRef client, LogFilter filter, PageRequest request, String language) {
    return Mono.fromSupplier(() -> LogPlace.of(request.cursor()))
        .flatMap(after -> reading.snapshot(page(client, filter, request, after, language)));
  }

  private Mono<LogPage> page(
      ClientRef client, LogFilter filter, PageRequest request, LogPlace after, String language) {
    return Mono.zip(coverage.now(), withholdings.any(client))
        .flatMap(read ->
            store
                .page(client, read.getT2(), filter, after, request.limit() + 1)
                .flatMap(found -> {
                  List<Recorded> shown = found.stream().limit(request.limit()).toList();
                  boolean more = found.size() > shown.size();
                  return told(shown, language)
                      .zipWith(withheld(client, request, read.getT2()))
                      .map(told ->
                          new LogPage(
                              told.getT1(),
                              more ? last(shown).cursor() : null,
                              told.getT2().orElse(null),
                              read.getT1()));
                }));
  }

  /** The whole of it, newest first, page by page: the next is read when it is asked for. */
  public Flux<List<LogEntry>> pages(ClientRef client, LogFilter filter, String language) {
    return store
        .page(client, filter, LogPlace.TOP, AT_ONCE)
        .expand(found ->
            found.size() < AT_ONCE
                ? Mono.empty()
                : store.page(client, filter, last(found), AT_ONCE))
        .concatMap(found -> told(found, language), 0);
  }

  /** The newest of it. */
  public Mono<List<LogEntry>> newest(
      int limit, ClientRef client, LogFilter filter, String language) {
    return store.page(client, filter, LogPlace.TOP, limit).flatMap(found -> told(found, language));
  }

  /** One's own entry; someone else's is as absent as one that never was. */
  Mono<LogEntry> entry(ClientRef client, UUID id, String language) {
    return store
        .one(client, id)
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
        .flatMap(event -> told(List.of(event), language))
        .map(List::getFirst);
  }

  /** Who acted, the latest first, each by the name in its newest entry. */
  Mono<Organisations> organisations(ClientRef client, LogFilter filter, String language) {
    return coverage
        .now()
        .flatMap(reach ->
            organisations
                .of(client, filter)
                .flatMap(acted ->
                    told(acted.stream().map(Acted::newest).toList(), language)
                        .map(newest -> Organisations.of(acted, newest, reach))));
  }

  private Mono<Optional<List<Withheld>>> withheld(
      ClientRef client, PageRequest request, boolean any) {
    return request.cursor() == null
        ? withholdings.told(client, any).map(Optional::of)
        : Mono.just(Optional.empty());
  }

  private Mono<List<LogEntry>> told(List<Recorded> events, String language) {
    Set<Oid> nameless =
        events.stream()
            .flatMap(event -> Entries.nameless(event.event()).stream())
            .collect(Collectors.toSet());
    return parties
        .names(nameless)
        .map(names -> events.stream().map(event -> tell(event, names, language)).toList());
  }

  private LogEntry tell(Recorded event, Names names, String language) {
    return entries.tell(event.id(), event.time(), event.event(), names, language);
  }

  private static LogPlace last(List<Recorded> shown) {
    return new LogPlace(shown.getLast().time(), shown.getLast().id());
  }
}
