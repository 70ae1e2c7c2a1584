package fi.lupa.disclosure.uselog.export;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.disclosure.record.AccessExplanation.RequestedBy;
import fi.lupa.disclosure.record.AccessPlace;
import fi.lupa.disclosure.record.Officers;
import fi.lupa.disclosure.record.SupervisionStore;
import fi.lupa.disclosure.record.SupervisionStore.Act;
import fi.lupa.disclosure.record.SupervisionStore.Look;
import fi.lupa.disclosure.uselog.ClientPseudonyms;
import fi.lupa.disclosure.uselog.UseLogEntry;
import fi.lupa.disclosure.uselog.UseLogFilter;
import fi.lupa.disclosure.uselog.UseLogStore;
import fi.lupa.platform.Ids;
import fi.lupa.platform.sql.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives a use log from its beginning on, some rows at a time. */
@Component
class LogExports {
  private static final int SOME = 500;

  private final UseLogStore log;
  private final FactStore facts;
  private final Officers officers;
  private final SupervisionStore looks;
  private final ClientPseudonyms pseudonyms;
  private final Transactions transactions;
  private final ExportSettings settings;
  private final Ids ids;
  private final Clock clock;

  LogExports(
      UseLogStore log,
      FactStore facts,
      Officers officers,
      SupervisionStore looks,
      ClientPseudonyms pseudonyms,
      Transactions transactions,
      ExportSettings settings,
      Ids ids,
      Clock clock) {
    this.log = log;
    this.facts = facts;
    this.officers = officers;
    this.looks = looks;
    this.pseudonyms = pseudonyms;
    this.transactions = transactions;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * The lines after the cursor, once it is on record that they are taken. The next ones are read
   * when those before have been sent.
   */
  Mono<Flux<List<LogLine>>> lines(Oid organisation, LogExport request) {
    AccessPlace after = AccessPlace.parse(request.cursor());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UseLogFilter filter =
        UseLogFilter.all(organisation, request.from(), settledBefore(now, request.to()));
    return transactions
        .run(
            facts
                .organisations(List.of(organisation))
                .map(known -> officers.of(request.requester(), organisation, known))
                .flatMap(officer -> looks.insert(look(officer, request, now)).thenReturn(officer)))
        .map(_ -> lines(filter, after));
  }

  private Instant settledBefore(Instant now, @Nullable Instant to) {
    Instant settled = now.minus(settings.settled());
    return to == null || to.isAfter(settled) ? settled : to;
  }

  private Flux<List<LogLine>> lines(UseLogFilter filter, @Nullable AccessPlace after) {
    return page(filter, after)
        .expand(found -> found.size() < SOME ? Mono.empty() : page(filter, found.getLast().place()))
        .map(found ->
            found.stream()
                .map(entry ->
                    LogLine.of(
                        entry,
                        pseudonyms.of(entry.client(), filter.organisation()),
                        filter.organisation()))
                .toList());
  }

  private Mono<List<UseLogEntry>> page(UseLogFilter filter, @Nullable AccessPlace after) {
    return log.page(filter, UseLogStore.Order.OLDEST_FIRST, after, SOME);
  }

  private Look look(RequestedBy officer, LogExport request, Instant now) {
    Map<String, String> asked = new HashMap<>();
    asked.put("format", request.formatOrDefault().name());
    if (request.from() != null) {
      asked.put("from", request.from().toString());
    }
    if (request.to() != null) {
      asked.put("to", request.to().toString());
    }
    if (request.cursor() != null) {
      asked.put("cursor", request.cursor());
    }
    return new Look(ids.next(), Act.LOG_EXPORT, now, officer, null, null, asked);
  }
}
