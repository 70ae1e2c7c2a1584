package fi.lupa.platform.problem;

import static org.awaitility.Awaitility.await;

import fi.lupa.platform.app.TestApplication;
import fi.lupa.testkit.Backends;
import fi.lupa.testkit.ServiceProperties;
import fi.lupa.testkit.TcpProxy;
import fi.lupa.testkit.TestIssuer;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What is away is said to be away, and nobody needs to restart the service when it is back. */
@SpringBootTest(
    classes = TestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "20s")
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AwayIT {
  private static final String NOTE =
      "{\"client\":{\"identityCode\":\"131052-308T\"},\"text\":\"hello\"}";
  private static final TcpProxy ISSUER =
      TcpProxy.to("localhost", URI.create(TestIssuer.shared().url()).getPort());
  private static TcpProxy databaseProxy;

  @Autowired private WebTestClient web;

  @DynamicPropertySource
  static void behindProxies(DynamicPropertyRegistry registry) {
    Backends.Database own = ServiceProperties.register(registry, "away");
    ServiceProperties.registerFence(registry, "http://localhost:1");
    databaseProxy = TcpProxy.to(own.host(), own.port());
    registry.add("LUPA_DB_PORT", databaseProxy::port);
    registry.add("LUPA_JWKS_URL", () -> "http://localhost:" + ISSUER.port() + "/oauth2/jwks");
  }

  private static String bearer(String scope) {
    return "Bearer " + TestIssuer.shared().token("1.2.246.10.91000005.10.0", scope);
  }

  @AfterEach
  void resume() {
    ISSUER.resume();
    databaseProxy.resume();
  }

  @AfterAll
  static void close() {
    ISSUER.close();
    databaseProxy.close();
  }

  private WebTestClient.ResponseSpec list() {
    return web.get()
        .uri("/v1/notes")
        .header(HttpHeaders.AUTHORIZATION, bearer("notes.read"))
        .exchange();
  }

  private WebTestClient.ResponseSpec write() {
    return web.post()
        .uri("/v1/notes")
        .header(HttpHeaders.AUTHORIZATION, bearer("notes.write"))
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(NOTE)
        .exchange();
  }

  private WebTestClient.ResponseSpec read() {
    return web.get()
        .uri("/v1/notes/" + UUID.randomUUID())
        .header(HttpHeaders.AUTHORIZATION, bearer("notes.read"))
        .exchange();
  }

  private static void assertAway(WebTestClient.ResponseSpec answer) {
    answer
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .valueEquals(HttpHeaders.RETRY_AFTER, "2")
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("BACKEND_UNAVAILABLE");
  }

  private void backAgain() {
    await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> write().expectStatus().isCreated());
    read().expectStatus().isNotFound();
  }

  /** One test and the first, because keys once fetched are kept. */
  @Test
  @Order(1)
  void anIssuerThatIsDownOrHangsAndComesBack() {
    ISSUER.refuse();
    assertAway(list());
    ISSUER.resume();
    ISSUER.pause();
    assertAway(list());
    ISSUER.resume();
    // a failure is remembered for a second, so that an issuer in trouble isn't asked by everybody
    await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> list().expectStatus().isOk());
    ISSUER.refuse();
    list().expectStatus().isOk();
  }

  @Test
  void aDatabaseThatIsDown() {
    backAgain();
    databaseProxy.refuse();
    assertAway(write());
    assertAway(read());
    databaseProxy.resume();
    backAgain();
  }

  @Test
  void aDatabaseThatRestarts() {
    backAgain();
    databaseProxy.reset();
    backAgain();
  }
}
