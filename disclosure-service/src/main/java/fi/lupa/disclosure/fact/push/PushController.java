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

  @PostMapping("/internal/facts")
  Mono<Map<String, Boolean>> push(
      @RequiresScope("facts.write") Caller caller, @RequestSchema("FactEnvelope") PushedFact fact) {
    return transactions
        .run(facts.apply(List.of(event(fact))))
        .map(changed -> Map.of("applied", changed > 0));
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

  private Event event(PushedFact fact) {
    EventType type =
        EventType.named(fact.type())
            .filter(EventReader::isFact)
            .orElseThrow(() -> Problem.invalid("/type", "isn't the type of a fact known here"));
    return events
        .read(type, fact.data())
        .orElseThrow(() -> Problem.invalid("/data", "isn't an event of that type"));
  }
}
