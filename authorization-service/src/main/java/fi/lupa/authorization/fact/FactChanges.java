package fi.lupa.authorization.fact;

import fi.lupa.platform.fence.Fence;
import fi.lupa.platform.idempotency.Idempotency;
import fi.lupa.platform.idempotency.StoredAnswer;
import fi.lupa.platform.outbox.Envelope;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.platform.web.Etags;
import fi.lupa.platform.web.IdempotencyKey;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a change and answers it honestly: commit, then fence, then "in force" (200, 201) or "not
 * yet" (202). What the transaction stored is never undone by what comes after it.
 */
@Component
public final class FactChanges {
  /** How many pushes at the same time. */
  private static final int PUSHES = 8;

  private final Transactions transactions;
  private final Idempotency idempotency;
  private final Fence fence;
  private final JsonMapper json;

  FactChanges(Transactions transactions, Idempotency idempotency, Fence fence, JsonMapper json) {
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.fence = fence;
    this.json = json;
  }

  /**
   * Creates a fact, once per key. A repeated request gets the first answer, with whether it is in
   * force by now.
   */
  public Mono<ResponseEntity<JsonNode>> create(
      FactKind kind, Caller caller, IdempotencyKey key, Object request, Mono<Change> work) {
    return Mono.defer(() -> {
      AtomicReference<@Nullable Change> made = new AtomicReference<>();
      Mono<StoredAnswer> first = work.doOnNext(made::set).map(this::stored);
      return transactions
          .run(idempotency.once(caller.organisation().value(), key, request, first))
          .flatMap(once -> answer(HttpStatus.CREATED, kind, once.answer().body(), made.get()));
    });
  }

  /** Changes a fact. */
  public Mono<ResponseEntity<JsonNode>> change(FactKind kind, Mono<Change> work) {
    return transactions
        .run(work)
        .flatMap(change -> answer(HttpStatus.OK, kind, json.valueToTree(change.body()), change));
  }

  /**
   * Changes several facts of a kind, once per key; answers {@code items}. A repeated request gets
   * the first answer, with whether it is in force by now.
   */
  public Mono<ResponseEntity<JsonNode>> changeMany(
      FactKind kind, Caller caller, IdempotencyKey key, Object request, Mono<List<Change>> work) {
    return changeAll(kind, caller, key, request, work.map(this::items));
  }

  private Changes items(List<Change> changes) {
    ObjectNode body = json.createObjectNode();
    body.set("items", json.valueToTree(changes.stream().map(Change::body).toList()));
    return new Changes(
        changes.stream().flatMap(change -> Stream.ofNullable(change.event())).toList(), body);
  }

  /**
   * Changes several facts of a kind, once per key; answers a body with {@code items}, of which
   * those that name a fact by its id and version count for whether all is in force.
   */
  public Mono<ResponseEntity<JsonNode>> changeAll(
      FactKind kind, Caller caller, IdempotencyKey key, Object request, Mono<Changes> work) {
    return Mono.defer(() -> {
      AtomicReference<List<Envelope>> made = new AtomicReference<>(List.of());
      Mono<StoredAnswer> first =
          work.doOnNext(changes -> made.set(changes.events()))
              .map(changes ->
                  new StoredAnswer(
                      HttpStatus.OK.value(), Map.of(), json.valueToTree(changes.body())));
      return transactions
          .run(idempotency.once(caller.organisation().value(), key, request, first))
          .flatMap(once -> answerItems(kind, once.answer().body(), made.get()));
    });
  }

  private Mono<ResponseEntity<JsonNode>> answerItems(
      FactKind kind, JsonNode body, List<Envelope> made) {
    Set<String> changed = made.stream().map(Envelope::key).collect(Collectors.toSet());
    Mono<Boolean> others =
        Flux.fromIterable(body.path("items"))
            .filter(item -> item.has(kind.idMember()))
            .filter(item -> !changed.contains(item.path(kind.idMember()).asString()))
            .concatMap(item ->
                fence.inForce(
                    kind.fenceName(),
                    item.path(kind.idMember()).asString(),
                    item.path("version").asLong()))
            .all(inForce -> inForce);
    return fence
        .pushAll(made)
        .flatMap(pushed -> pushed ? others : Mono.just(false))
        .map(now ->
            ResponseEntity.status(now ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(((ObjectNode) body.deepCopy()).put("effective", now)));
  }

  private StoredAnswer stored(Change change) {
    return new StoredAnswer(HttpStatus.CREATED.value(), Map.of(), json.valueToTree(change.body()));
  }

  /** Puts a committed change in force, with all that changed with it; false when not yet. */
  public Mono<Boolean> push(Change made) {
    return Flux.concat(Mono.justOrEmpty(made.event()), Flux.fromIterable(made.followers()))
        .flatMap(fence::push, PUSHES)
        .reduce(true, Boolean::logicalAnd);
  }

  private Mono<ResponseEntity<JsonNode>> answer(
      HttpStatus done, FactKind kind, JsonNode body, @Nullable Change made) {
    String id = body.path(kind.idMember()).asString();
    long version = body.path("version").asLong();
    Mono<Boolean> effective =
        made == null || made.event() == null
            ? fence.inForce(kind.fenceName(), id, version)
            : push(made);
    return effective.map(now -> {
      ObjectNode told = ((ObjectNode) body.deepCopy()).put("effective", now);
      if (!now) {
        told.put("effectUrl", kind.effectUrl(id, version));
      }
      ResponseEntity.BodyBuilder answer =
          ResponseEntity.status(now ? done : HttpStatus.ACCEPTED).eTag(Etags.of(version));
      if (done == HttpStatus.CREATED) {
        answer.location(URI.create(kind.url(id)));
      }
      return answer.body(told);
    });
  }
}
