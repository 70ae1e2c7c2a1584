package fi.lupa.platform.fence;

import fi.lupa.platform.outbox.Envelope;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts a committed change in force: pushes it to the disclosure-service, which decides by it from
 * the moment it has answered. Only then may a citizen or an organiser be told "in force". When the
 * push can't be done Kafka brings the change later.
 */
public final class Fence {
  private static final Logger LOG = LoggerFactory.getLogger(Fence.class);

  private final WebClient disclosure;
  private final FenceSettings settings;
  private final JsonMapper json;

  public Fence(WebClient disclosure, FenceSettings settings, JsonMapper json) {
    this.disclosure = disclosure;
    this.settings = settings;
    this.json = json;
  }

  /**
   * Pushes one committed event; false when the disclosure-service didn't take it in time. Never an
   * error.
   */
  public Mono<Boolean> push(Envelope envelope) {
    return post("/internal/facts", json.writeValueAsBytes(envelope));
  }

  /**
   * Pushes committed events, each after the one before, until one can't be pushed: then Kafka
   * brings the rest. True when all were taken. Never an error.
   */
  public Mono<Boolean> pushAll(List<Envelope> envelopes) {
    return Flux.fromIterable(envelopes).concatMap(this::push, 1).all(pushed -> pushed);
  }

  /**
   * Pushes many committed events, up to a hundred in one request and each request after the one
   * before, until one can't be pushed. Never an error.
   *
   * @return how many were taken, counted from the first
   */
  public Mono<Integer> pushMany(List<Envelope> envelopes) {
    return Flux.fromIterable(FenceLoad.of(envelopes, json))
        .concatMap(load -> post(load).map(taken -> taken ? load.size() : 0), 1)
        .takeUntil(taken -> taken == 0)
        .reduce(0, Integer::sum);
  }

  private Mono<Boolean> post(FenceLoad load) {
    return post("/internal/facts/batches", load.body());
  }

  private Mono<Boolean> post(String path, byte[] body) {
    return disclosure
        .post()
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .retrieve()
        .toBodilessEntity()
        .timeout(settings.patience())
        .map(answer -> answer.getStatusCode().is2xxSuccessful())
        .onErrorResume(error -> notPushed("push", error));
  }

  /**
   * Whether the disclosure-service decides by this version of a fact, or a newer one, by now.
   *
   * @param kind organisation, usage-right, client-link, informing, permit, prohibition or
   *     representation
   */
  public Mono<Boolean> inForce(String kind, String id, long version) {
    return disclosure
        .get()
        .uri("/internal/facts/{kind}/{id}", kind, id)
        .retrieve()
        .bodyToMono(JsonNode.class)
        .timeout(settings.patience())
        .map(fact -> fact.path("version").asLong(0) >= version)
        // no fault: the fact is on its way
        .onErrorResume(WebClientResponseException.NotFound.class, unknown -> Mono.just(false))
        .onErrorResume(error -> notPushed("look-up", error));
  }

  private static Mono<Boolean> notPushed(String act, Throwable error) {
    LOG.info("{} of a fact failed, Kafka brings it: {}", act, error.getClass().getSimpleName());
    return Mono.just(false);
  }
}
