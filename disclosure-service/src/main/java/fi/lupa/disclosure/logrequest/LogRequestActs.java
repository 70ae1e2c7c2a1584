package fi.lupa.disclosure.logrequest;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.event.Controller;
import fi.lupa.contracts.event.LogRequestChanged;
import fi.lupa.contracts.event.LogRequestChanged.Change;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.disclosure.logrequest.LogRequest.Decision;
import fi.lupa.disclosure.logrequest.LogRequestRules.Step;
import fi.lupa.disclosure.logrequest.LogRequestStore.Held;
import fi.lupa.disclosure.record.Requesters;
import fi.lupa.platform.outbox.Outbox;
import fi.lupa.platform.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes requests a step further: the request and what the client's log is told are one. */
@Component
class LogRequestActs {
  private static final List<String> LAW = List.of("ACT_703_2023_S11");

  private final LogRequestStore requests;
  private final FactStore facts;
  private final Outbox outbox;
  private final Clock clock;

  LogRequestActs(LogRequestStore requests, FactStore facts, Outbox outbox, Clock clock) {
    this.requests = requests;
    this.facts = facts;
    this.outbox = outbox;
    this.clock = clock;
  }

  LocalDate today() {
    return FinnishDays.dayOf(clock.instant());
  }

  /** Takes a request in; to be called in a transaction. */
  Mono<LogRequest> receive(ClientRef client, LogRequest received) {
    LogRequest request = done(LogRequestRules.receive(received));
    return requests
        .insert(client, request)
        .then(tell(client, request, Change.RECEIVED))
        .thenReturn(request);
  }

  /** Takes a request that is held a step further; to be called in the transaction that holds it. */
  Mono<LogRequest> go(Mono<Held> held, Function<LogRequest, Step> step) {
    return there(held).flatMap(found -> went(found, step.apply(found.request())));
  }

  /** The same with a decision, which goes by the client's other requests too. */
  Mono<LogRequest> decide(Mono<Held> held, Decision decision) {
    return there(held)
        .flatMap(found ->
            requests
                .all(found.client())
                .flatMap(others ->
                    went(
                        found,
                        LogRequestRules.decide(
                            found.request(),
                            decision,
                            LogRequestRules.repeats(found.request(), others)))));
  }

  private static Mono<Held> there(Mono<Held> held) {
    return held.switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")));
  }

  private Mono<LogRequest> went(Held from, Step step) {
    LogRequest request = done(step);
    return requests
        .update(from.client(), request)
        .then(tell(from.client(), request, Change.valueOf(request.state().name())))
        .thenReturn(request);
  }

  private static LogRequest done(Step step) {
    return switch (step) {
      case Step.Done done -> done.request();
      case Step.Refused refused -> throw Problem.of(refused.code());
    };
  }

  private Mono<Void> tell(ClientRef client, LogRequest request, Change change) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return facts
        .organisations(List.of(request.controller()))
        .flatMap(known ->
            outbox.append(
                new LogRequestChanged(
                    request.id(),
                    client,
                    now,
                    change,
                    new Controller(
                        request.controller(), Requesters.name(request.controller(), known)),
                    request.dueOn(),
                    LAW),
                client.toString()))
        .then();
  }
}
