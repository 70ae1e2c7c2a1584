package fi.lupa.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.testkit.Backends;
import fi.lupa.testkit.OpenApiContract;
import fi.lupa.testkit.ServiceProperties;
import fi.lupa.testkit.TcpProxy;
import fi.lupa.testkit.TestIssuer;
import fi.lupa.testkit.TestPersons;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Without its database the service says so, and nothing is half-written. */
@DirtiesContext
@SpringBootTest(
    classes = ConsentApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DatabaseAwayIT {
  private static final String PERSON = TestPersons.identityCode(9);
  private static final StubDisclosure DISCLOSURE = new StubDisclosure();
  private static TcpProxy wire;

  @Value("${local.server.port}")
  private int port;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    Backends.Database database = ServiceProperties.register(registry, "lupa_consent_away");
    wire = TcpProxy.to(database.host(), database.port());
    registry.add("LUPA_DB_HOST", () -> "localhost");
    registry.add("LUPA_DB_PORT", () -> wire.port());
    ServiceProperties.registerFence(registry, DISCLOSURE.url());
  }

  @AfterAll
  static void close() {
    wire.close();
  }

  @Test
  void itAnswers503AndGoesOnWhenTheDatabaseIsBack() {
    Api api =
        new Api(
            port,
            OpenApiContract.load("/openapi/consent.yaml"),
            TestIssuer.shared().token("1.2.246.10.91000005.10.0", "declarations.manage"));
    api.create("/v1/informings", Bodies.informing(PERSON)).inForce(201, 1);
    String key = UUID.randomUUID().toString();
    String body = Bodies.socialCare(PERSON, "GIVEN");

    wire.refuse();
    Answer write = api.create("/v1/permits", body, key).is(503, "BACKEND_UNAVAILABLE");
    api.search("/v1/permits/searches", Bodies.searchFor(PERSON)).is(503, "BACKEND_UNAVAILABLE");
    wire.resume();

    assertThat(write.headers().getFirst("Retry-After")).isNotBlank();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> api.create("/v1/permits", body, key).status() == 201);
    Answer found = api.search("/v1/permits/searches", Bodies.searchFor(PERSON)).is(200);
    assertThat(found.body().path("items")).hasSize(1);
    assertThat(found.body().at("/items/0/version").asLong()).isEqualTo(1);
  }
}
