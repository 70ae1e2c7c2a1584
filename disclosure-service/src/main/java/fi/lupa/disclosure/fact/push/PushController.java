package fi.lupa.disclosure.fact.push;

import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.EventType;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The internal side of the fence: once this has answered, every later query decides by the fact.
 */
@RestController
class PushController {
  private final FactStore facts;
  private final Transactions transactions;
  private final JsonMapper json;

  PushController(FactStore facts, Transactions transactions, JsonMapper json) {
    this.facts = facts;
    this.transactions = transactions;
    this.json = json;
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
            .orElseThrow(() -> Problem.invalid("/type", "isn't an event type known here"));
    try {
      return json.treeToValue(fact.data(), type.record());
    } catch (JacksonException e) {
      throw Problem.invalid("/data", "isn't an event of that type");
    }
  }
}
