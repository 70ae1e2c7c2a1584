package fi.lupa.disclosure.fact.push;

import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.EventType;
import fi.lupa.disclosure.fact.EventReader;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.platform.web.RequestSchema;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The internal side of the fence: once this has answered, every later query decides by the fact.
 */
@RestController
class PushController {
  private final FactStore facts;
  private final Transactions transactions;
  private final EventReader events;

  PushController(FactStore facts, Transactions transactions, EventReader events) {
    this.facts = facts;
    this.transactions = transactions;
    this.events = events;
  }

  /** The envelope as the outbox wrote it; only type and data matter here. */
  record PushedFact(
      String id, String source, String type, String time, String key, JsonNode data) {}

  /** Facts pushed together. */
  record PushedFacts(List<PushedFact> items) {}

  @PostMapping("/internal/facts")
  Mono<Map<String, Boolean>> push(
      @RequiresScope("facts.write") Caller caller, @RequestSchema("FactEnvelope") PushedFact fact) {
    return transactions
        .run(facts.apply(List.of(event(fact, ""))))
        .map(changed -> Map.of("applied", changed > 0));
  }

  @PostMapping("/internal/facts/batches")
  Mono<Map<String, Long>> pushMany(
      @RequiresScope("facts.write") Caller caller,
      @RequestSchema("FactEnvelopes") PushedFacts facts) {
    List<Event> events =
        IntStream.range(0, facts.items().size())
            .mapToObj(i -> event(facts.items().get(i), "/items/" + i))
            .toList();
    return transactions.run(this.facts.apply(events)).map(changed -> Map.of("applied", changed));
  }

  @GetMapping("/internal/facts/{kind}/{id}")
  Mono<Map<String, Long>> version(
      @RequiresScope("facts.write") Caller caller,
      @PathVariable String kind,
      @PathVariable String id) {
    return facts
        .version(kind, id)
        .map(version -> Map.of("version", version))
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")));
  }

  private Event event(PushedFact fact, String at) {
    EventType type =
        EventType.named(fact.type())
            .filter(EventReader::isFact)
            .orElseThrow(
                () -> Problem.invalid(at + "/type", "isn't the type of a fact known here"));
    return events
        .read(type, fact.data())
        .orElseThrow(() -> Problem.invalid(at + "/data", "isn't an event of that type"));
  }
}
