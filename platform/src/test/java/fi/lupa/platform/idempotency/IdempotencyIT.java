package fi.lupa.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.platform.app.PlatformTest;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.platform.web.IdempotencyKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class IdempotencyIT extends PlatformTest {
  @Autowired private Idempotency idempotency;
  @Autowired private IdempotencyCleaner cleaner;
  @Autowired private Transactions transactions;
  @Autowired private DatabaseClient db;

  private final AtomicInteger effects = new AtomicInteger();
  private final IdempotencyKey key = new IdempotencyKey(UUID.randomUUID().toString());

  record Request(String text) {}

  private Mono<StoredAnswer> work() {
    return Mono.fromSupplier(() ->
        new StoredAnswer(
            201,
            Map.of("ETag", "\"1\""),
            JsonMapper.shared().readTree("{\"n\":" + effects.incrementAndGet() + "}")));
  }

  private Mono<Once> once(String owner, Object request) {
    return transactions.run(idempotency.once(owner, key, request, work()));
  }

  private long keys() {
    return db.sql("select count(*) from idempotency where key = $1")
        .bind(0, key.value())
        .map(row -> row.get(0, Long.class))
        .one()
        .block();
  }

  @Test
  void theSameRequestIsAnsweredOnceAndReplayed() {
    Once first = once("1.2.3", new Request("a")).block();
    Once second = once("1.2.3", new Request("a")).block();
    assertThat(first.replayed()).isFalse();
    assertThat(second.replayed()).isTrue();
    assertThat(second.answer().status()).isEqualTo(201);
    assertThat(second.answer().headers()).isEqualTo(Map.of("ETag", "\"1\""));
    assertThat(second.answer().body()).hasToString(first.answer().body().toString());
    assertThat(effects).hasValue(1);
  }

  @Test
  void anotherRequestWithTheKeyIsRefused() {
    once("1.2.3", new Request("a")).block();
    assertThatThrownBy(() -> once("1.2.3", new Request("b")).block())
        .hasMessage("IDEMPOTENCY_KEY_REUSED");
    assertThatThrownBy(() -> once("1.2.3", Map.of("text", "a")).block())
        .as("the same words meant for another act")
        .hasMessage("IDEMPOTENCY_KEY_REUSED");
    assertThat(effects).hasValue(1);
  }

  @Test
  void ownersAreApart() {
    assertThat(once("1.2.3", new Request("a")).block().replayed()).isFalse();
    assertThat(once("1.2.4", new Request("b")).block().replayed()).isFalse();
    assertThat(effects).hasValue(2);
  }

  @Test
  void twentyAtOnceHaveOneEffect() {
    List<Once> all =
        Flux.range(0, 20)
            .flatMap(i -> once("1.2.3", new Request("a")), 20)
            .collectList()
            .block(Duration.ofSeconds(20));
    assertThat(all).hasSize(20).filteredOn(one -> !one.replayed()).hasSize(1);
    assertThat(all).allSatisfy(one -> assertThat(one.answer().body().get("n").asInt()).isOne());
    assertThat(effects).hasValue(1);
  }

  @Test
  void failedWorkLeavesTheKeyFree() {
    Mono<Once> failing =
        transactions.run(
            idempotency.once(
                "1.2.3", key, new Request("a"), Mono.error(new IllegalStateException("no"))));
    assertThatThrownBy(failing::block).hasMessage("no");
    assertThat(keys()).isZero();
    assertThat(once("1.2.3", new Request("other")).block().replayed()).isFalse();
  }

  @Test
  void workWithoutAnAnswerFailsInsteadOfKeepingAnEmptyOne() {
    Mono<Once> silent =
        transactions.run(idempotency.once("1.2.3", key, new Request("a"), Mono.empty()));
    assertThatThrownBy(silent::block).isInstanceOf(IllegalStateException.class);
    assertThat(keys()).isZero();
  }

  @Test
  void oldKeysAreForgottenAndYoungOnesKept() {
    once("1.2.3", new Request("a")).block();
    assertThat(age("6 days 23 hours")).isEqualTo(1);
    cleaner.clean().block();
    assertThat(keys()).isEqualTo(1);
    age("7 days 1 hour");
    assertThat(cleaner.clean().block()).isPositive();
    assertThat(keys()).isZero();
    assertThat(once("1.2.3", new Request("b")).block().replayed()).isFalse();
  }

  private long age(String interval) {
    return db.sql("update idempotency set created_at = now() - $2::interval where key = $1")
        .bind(0, key.value())
        .bind(1, interval)
        .fetch()
        .rowsUpdated()
        .block();
  }

  @Test
  void whatIsStoredTellsNoIdentityCode() {
    post(NOTE).expectStatus().isCreated();
    String row =
        db.sql(
                "select owner || encode(request_hash, 'escape') || headers || body from idempotency"
                    + " where key = $1")
            .bind(0, key.value())
            .map(found -> found.get(0, String.class))
            .one()
            .block();
    assertThat(row).isNotBlank().doesNotContain("131052");
  }

  @Test
  void overHttp() {
    byte[] first =
        post(NOTE).expectStatus().isCreated().expectBody().returnResult().getResponseBody();
    byte[] second =
        post(NOTE).expectStatus().isCreated().expectBody().returnResult().getResponseBody();
    assertThat(new String(second)).isEqualTo(new String(first));
    post(NOTE.replace("hello", "bye"))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  private WebTestClient.ResponseSpec post(String body) {
    return web.post()
        .uri("/v1/notes")
        .header(HttpHeaders.AUTHORIZATION, bearer("notes.write"))
        .header("Idempotency-Key", key.value())
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  @Test
  void pooledConnectionsKnowTheirLimits() {
    for (Map.Entry<String, String> limit :
        Map.of(
                "idle_in_transaction_session_timeout", "10s",
                "lock_timeout", "5s",
                "statement_timeout", "15s")
            .entrySet()) {
      String shown =
          db.sql("show " + limit.getKey()).map(row -> row.get(0, String.class)).one().block();
      assertThat(shown).as(limit.getKey()).isEqualTo(limit.getValue());
    }
  }
}
