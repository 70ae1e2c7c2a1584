package fi.lupa.authorization.support;

import fi.lupa.authorization.AuthorizationApplication;
import fi.lupa.testkit.Backends;
import fi.lupa.testkit.OpenApiContract;
import fi.lupa.testkit.ServiceProperties;
import fi.lupa.testkit.TcpProxy;
import fi.lupa.testkit.TestIssuer;
import fi.lupa.testkit.schema.NationalSchemas;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * The whole service on real PostgreSQL and Kafka, spoken to over HTTP. Its clock runs, but began at
 * noon of 22 November 2026 in Finland.
 */
@SpringBootTest(
    classes = AuthorizationApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(AuthorizationIT.NoonClock.class)
public abstract class AuthorizationIT {
  protected static final String TODAY = "2026-11-22";
  protected static final DisclosureStub DISCLOSURE = new DisclosureStub();
  protected static final OpenApiContract CONTRACT =
      OpenApiContract.load("/openapi/authorization.yaml");
  private static Backends.Database database;
  private static TcpProxy wire;

  @LocalServerPort private int port;

  protected Calls calls;

  @TestConfiguration
  static class NoonClock {
    @Bean
    Clock clock() {
      return new TestClock(Instant.parse(TODAY + "T10:00:00Z"));
    }
  }

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    database = ServiceProperties.register(registry, "authorization");
    wire = TcpProxy.to(database.host(), database.port());
    registry.add("LUPA_DB_HOST", () -> "localhost");
    registry.add("LUPA_DB_PORT", wire::port);
    registry.add("LUPA_ONBOARDING_WATCH_EVERY", () -> "PT1H");
    registry.add("LUPA_SCHEMAS", NationalSchemas::setting);
    ServiceProperties.registerFence(registry, DISCLOSURE.url());
  }

  @BeforeEach
  void connect() {
    calls = new Calls(http());
  }

  @AfterEach
  void everyoneIsBack() {
    DISCLOSURE.comeBack();
    wire.resume();
    TestClock.putBack();
  }

  /** Until the test ends. */
  protected static void daysLater(int days) {
    TestClock.putForward(Duration.ofDays(days));
  }

  /** Every answer is held against the contract. */
  protected WebTestClient http() {
    return plainHttp().mutate().filter(CONTRACT.checking()).build();
  }

  /** For what isn't in the contract. */
  protected WebTestClient plainHttp() {
    return WebTestClient.bindToServer()
        .baseUrl("http://localhost:" + port)
        .responseTimeout(Duration.ofSeconds(30))
        .build();
  }

  /** What stands between the service and its database. */
  protected static TcpProxy wire() {
    return wire;
  }

  protected static Database sql() {
    return new Database(database);
  }

  protected static TestIssuer issuer() {
    return TestIssuer.shared();
  }
}
