package fi.lupa.disclosure.retention;

import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.Controller;
import fi.lupa.contracts.event.DocumentDestroyed;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.disclosure.matter.ToldByDocuments;
import fi.lupa.disclosure.record.Requesters;
import fi.lupa.disclosure.retention.DestructionStore.Candidate;
import fi.lupa.platform.outbox.Outbox;
import fi.lupa.platform.sql.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Destroys the documents whose time is up (Act 703/2023 24 §), one transaction each: the time
 * counted once more, content, metadata and all that came of them gone, a tombstone and the event
 * for the client's log written. So whoever is interrupted at any moment has destroyed a document
 * wholly or not at all.
 */
@Component
class Destruction {
  private static final List<String> LAW = List.of("ACT_703_2023_S23", "ACT_703_2023_S24");

  private final DestructionStore store;
  private final RetentionStore registers;
  private final RetentionTimes times;
  private final RetentionRules rules;
  private final ToldByDocuments told;
  private final FactStore facts;
  private final Outbox outbox;
  private final Transactions transactions;
  private final Clock clock;

  Destruction(
      DestructionStore store,
      RetentionStore registers,
      RetentionTimes times,
      RetentionRules rules,
      ToldByDocuments told,
      FactStore facts,
      Outbox outbox,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.registers = registers;
    this.times = times;
    this.rules = rules;
    this.told = told;
    this.facts = facts;
    this.outbox = outbox;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What became of a document that was due. */
  private record Step(Candidate candidate, boolean destroyed) {}

  /** Destroys all that is due today in Finland; gives how many documents. */
  Mono<Long> destroyAllDue() {
    LocalDate today = FinnishDays.dayOf(clock.instant());
    return step(today, null)
        .expand(done -> step(today, done.candidate()))
        .filter(Step::destroyed)
        .count();
  }

  private Mono<Step> step(LocalDate today, @Nullable Candidate after) {
    return transactions.run(
        store
            .next(today, after)
            .flatMap(candidate ->
                store
                    .tryLock(candidate.holder())
                    .flatMap(mine -> mine ? judge(candidate, today) : Mono.just(false))
                    .map(destroyed -> new Step(candidate, destroyed))));
  }

  /** By what is known now, which may be otherwise than when the day was counted. */
  private Mono<Boolean> judge(Candidate candidate, LocalDate today) {
    return store
        .hold(candidate)
        .then(Mono.defer(() -> registers.load(candidate.holder())))
        .flatMap(register -> {
          Optional<Kept> document =
              register.documents().stream()
                  .filter(one -> one.own() && one.documentOid().equals(candidate.documentOid()))
                  .filter(one -> register.dependents(rules, one).isEmpty())
                  .findFirst();
          return document.isPresent()
                  && register.time(rules, document.get()) instanceof Time.Until until
                  && until.isOver(today)
              ? destroy(candidate, document.get(), until).thenReturn(true)
              : registers.replace(candidate.holder(), times.due(register)).thenReturn(false);
        });
  }

  private Mono<Void> destroy(Candidate candidate, Kept document, Time.Until until) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return store
        .destroy(candidate, document, until, now)
        .then(told.destroyed(candidate.holder().client(), new Oid(candidate.documentOid())))
        .then(event(candidate, document, until, now))
        .flatMap(event -> outbox.append(event, candidate.holder().client().toString()))
        .then();
  }

  private Mono<DocumentDestroyed> event(
      Candidate candidate, Kept document, Time.Until until, Instant now) {
    Oid controller = candidate.holder().controller();
    return facts
        .load(candidate.holder().client(), List.of(controller), false)
        .map(known ->
            new DocumentDestroyed(
                new Oid(candidate.documentOid()),
                candidate.holder().client(),
                now,
                new Controller(controller, Requesters.name(controller, known)),
                document.documentType(),
                document.serviceTasks(),
                document.versions(),
                until.last(),
                until.classes(),
                LAW));
  }
}
