package fi.lupa.consent.change;

import fi.lupa.contracts.Channel;
import fi.lupa.platform.fence.Fence;
import fi.lupa.platform.idempotency.Idempotency;
import fi.lupa.platform.idempotency.StoredAnswer;
import fi.lupa.platform.outbox.Envelope;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.platform.web.Etags;
import fi.lupa.platform.web.IdempotencyKey;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Commits an act, puts it in force through the fence, and only then answers (design, section 2):
 * 200 or 201 with {@code effective: true}, or 202 with {@code effective: false} when the
 * disclosure-service couldn't be told now.
 */
@Component
public class Changes {
  private final Transactions transactions;
  private final Idempotency idempotency;
  private final Fence fence;
  private final JsonMapper json;

  Changes(Transactions transactions, Idempotency idempotency, Fence fence, JsonMapper json) {
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.fence = fence;
    this.json = json;
  }

  /** Changes a fact that is there: 200 or 202. */
  public Mono<ResponseEntity<JsonNode>> change(Fact fact, Mono<Changed> act) {
    return transactions
        .run(act)
        .flatMap(changed -> {
          JsonNode view = json.valueToTree(changed.view());
          return inForce(fact, changed.event(), view)
              .map(effective -> answer(HttpStatus.OK, fact, view, effective));
        });
  }

  /**
   * Makes a new fact, or a new version of one, once per owner and key: 201 or 202. A repeated
   * request gets the first one's answer, with what is true of its effect now.
   *
   * @param request the request's body
   */
  public Mono<ResponseEntity<JsonNode>> create(
      Fact fact, String owner, IdempotencyKey key, Object request, Mono<Changed> act) {
    return Mono.defer(() -> {
      AtomicReference<@Nullable Envelope> event = new AtomicReference<>();
      Mono<StoredAnswer> once =
          act.map(changed -> {
            event.set(changed.event());
            return new StoredAnswer(
                HttpStatus.CREATED.value(), Map.of(), json.valueToTree(changed.view()));
          });
      return transactions
          .run(idempotency.once(owner, key, request, once))
          .map(done -> done.answer().body())
          .flatMap(body ->
              inForce(fact, event.get(), body)
                  .map(effective -> answer(HttpStatus.CREATED, fact, body, effective)));
    });
  }

  /** What changed nothing has no event of its own to push: an earlier one is already on its way. */
  private Mono<Boolean> inForce(Fact fact, @Nullable Envelope event, JsonNode body) {
    return event == null
        ? fence.inForce(fact.kind(), body.path("id").asString(), body.path("version").asLong())
        : fence.push(event);
  }

  private static ResponseEntity<JsonNode> answer(
      HttpStatus done, Fact fact, JsonNode view, boolean effective) {
    ObjectNode body = ((ObjectNode) view).put("effective", effective);
    long version = body.path("version").asLong();
    if (!effective) {
      Channel channel = Channel.valueOf(body.path("channel").asString(Channel.PROVIDER.name()));
      UUID id = UUID.fromString(body.path("id").asString());
      body.put("effectUrl", fact.effectUrl(channel, id, version));
    }
    return ResponseEntity.status(effective ? done : HttpStatus.ACCEPTED)
        .eTag(Etags.of(version))
        .body(body);
  }
}
