package fi.lupa.platform.fence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fi.lupa.platform.outbox.Envelope;
import fi.lupa.testkit.TcpProxy;
import fi.lupa.testkit.TestIssuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fence against a stand-in for the disclosure-service. */
class FenceIT {
  private static final Duration PATIENCE = Duration.ofMillis(800);

  private final JsonMapper json = JsonMapper.builder().build();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final TestIssuer issuer = TestIssuer.shared();
  private int tokensBefore;
  private TcpProxy issuerProxy;
  private TcpProxy disclosureProxy;
  private HttpServer disclosure;
  private volatile int status = 200;
  private volatile String answer = "{\"applied\":true}";
  private Fence fence;

  @BeforeEach
  void start() throws IOException {
    tokensBefore = issuer.tokenRequests();
    issuerProxy = TcpProxy.to("localhost", URI.create(issuer.url()).getPort());
    disclosure = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    disclosure.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    disclosure.createContext("/", this::serve);
    disclosure.start();
    disclosureProxy = TcpProxy.to("localhost", disclosure.getAddress().getPort());
    fence =
        new FenceConfiguration()
            .fence(
                new FenceSettings(
                    "http://" + disclosureProxy.address(),
                    "http://" + issuerProxy.address() + "/oauth2/token",
                    "consent-service",
                    "secret",
                    PATIENCE),
                WebClient.builder(),
                json);
  }

  @AfterEach
  void stop() {
    issuerProxy.close();
    disclosureProxy.close();
    disclosure.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    bodies.add(new String(exchange.getRequestBody().readAllBytes()));
    tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
    paths.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    byte[] bytes = answer.getBytes();
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Envelope envelope() {
    return new Envelope(
        UUID.fromString("018f3b1e-0000-7000-8000-000000000000"),
        "/consent-service",
        "fi.lupa.consent.permit-changed.v1",
        Instant.parse("2026-11-22T08:00:00Z"),
        "key-1",
        json.readTree("{\"version\":3}"));
  }

  private boolean push() {
    return fence.push(envelope()).block(Duration.ofSeconds(10));
  }

  @Test
  void aTakenFactIsInForce() {
    assertThat(push()).isTrue();
    assertThat(paths).containsExactly("POST /internal/facts");
    JsonNode sent = json.readTree(bodies.getFirst());
    assertThat(sent.propertyNames())
        .containsExactlyInAnyOrder("id", "source", "type", "time", "key", "data");
    assertThat(sent.get("time").asString()).isEqualTo("2026-11-22T08:00:00Z");
    assertThat(sent.get("data").get("version").asInt()).isEqualTo(3);
    assertThat(json.readValue(bodies.getFirst(), Envelope.class)).isEqualTo(envelope());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 500, 502, 503})
  void aRefusedFactIsNotInForce(int refused) {
    status = refused;
    assertThat(push()).isFalse();
  }

  @Test
  void aDisclosureServiceThatHangsOrIsDownIsNotWaitedFor() {
    assertThat(push()).isTrue();
    disclosureProxy.pause();
    assertFalseInTime();
    disclosureProxy.resume();
    disclosureProxy.refuse();
    assertFalseInTime();
    disclosureProxy.resume();
    await().untilAsserted(() -> assertThat(push()).isTrue());
  }

  @Test
  void anIssuerThatHangsOrIsDownIsNotWaitedFor() {
    issuerProxy.refuse();
    assertFalseInTime();
    issuerProxy.resume();
    issuerProxy.pause();
    assertFalseInTime();
    issuerProxy.resume();
    await().untilAsserted(() -> assertThat(push()).isTrue());
  }

  private void assertFalseInTime() {
    long begun = System.nanoTime();
    assertThat(push()).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE.plusMillis(700));
  }

  @Test
  void oneTokenServesAllCallers() {
    for (String caller : List.of("county", "producer", "citizen")) {
      assertThat(
              fence
                  .push(envelope())
                  .contextWrite(
                      ReactiveSecurityContextHolder.withAuthentication(
                          new TestingAuthenticationToken(caller, "")))
                  .block())
          .isTrue();
    }
    assertThat(issuer.tokenRequests() - tokensBefore).isEqualTo(1);
    assertThat(Set.copyOf(tokens)).singleElement().asString().startsWith("Bearer ey");
  }

  @Test
  void aRefusedTokenIsFetchedAnew() {
    assertThat(push()).isTrue();
    status = 401;
    assertThat(push()).isFalse();
    status = 200;
    assertThat(push()).isTrue();
    assertThat(issuer.tokenRequests() - tokensBefore).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"200,3,true", "200,4,true", "200,2,false", "404,3,false", "500,3,false"})
  void aVersionIsInForceWhenItOrANewerOneIsThere(int code, int version, boolean expected) {
    status = code;
    answer = "{\"version\":" + version + "}";
    assertThat(fence.inForce("permit", "id-1", 3).block()).isEqualTo(expected);
    assertThat(paths).containsExactly("GET /internal/facts/permit/id-1");
  }

  @Test
  void anAnswerWithoutAVersionIsNotInForce() {
    answer = "{}";
    assertThat(fence.inForce("permit", "id-1", 1).block()).isFalse();
  }

  @Test
  void manyFactsGoAHundredAtATime() {
    assertThat(pushMany(Collections.nCopies(230, envelope()))).isEqualTo(230);
    assertThat(paths).hasSize(3).containsOnly("POST /internal/facts/batches");
    assertThat(bodies)
        .extracting(body -> json.readTree(body).path("items").size())
        .containsExactly(100, 100, 30);
    assertThat(json.treeToValue(json.readTree(bodies.getLast()).at("/items/29"), Envelope.class))
        .isEqualTo(envelope());
  }

  @Test
  void largeFactsGoFewerAtATime() {
    JsonNode large = json.createObjectNode().put("text", "x".repeat(60_000));
    Envelope small = envelope();
    Envelope fact =
        new Envelope(small.id(), small.source(), small.type(), small.time(), small.key(), large);
    assertThat(pushMany(Collections.nCopies(7, fact))).isEqualTo(7);
    assertThat(bodies)
        .extracting(body -> json.readTree(body).path("items").size())
        .containsExactly(3, 3, 1);
  }

  @Test
  void whatComesAfterManyThatWereNotTakenIsLeftToKafka() {
    status = 503;
    assertThat(pushMany(Collections.nCopies(230, envelope()))).isZero();
    assertThat(paths).hasSize(1);
    assertThat(pushMany(List.of())).isZero();
  }

  private int pushMany(List<Envelope> envelopes) {
    return fence.pushMany(envelopes).block(Duration.ofSeconds(10));
  }
}
