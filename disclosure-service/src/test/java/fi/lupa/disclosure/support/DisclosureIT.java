package fi.lupa.disclosure.support;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.DisclosureApplication;
import fi.lupa.disclosure.document.signature.TestTrust;
import fi.lupa.testkit.Backends;
import fi.lupa.testkit.OpenApiContract;
import fi.lupa.testkit.ServiceProperties;
import fi.lupa.testkit.TcpProxy;
import fi.lupa.testkit.TestIssuer;
import fi.lupa.testkit.schema.NationalSchemas;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.netty.http.client.HttpClient;

/**
 * The whole service on real PostgreSQL and Kafka, spoken to over HTTP; every answer is held against
 * the contract. Its clock runs, but began at noon of 22 November 2026 in Finland.
 */
@SpringBootTest(
    classes = DisclosureApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(DisclosureIT.NoonClock.class)
public abstract class DisclosureIT {
  protected static final OpenApiContract CONTRACT =
      OpenApiContract.load("/openapi/disclosure.yaml");

  /** Organisations that every test may use and none changes. */
  protected static final Oid NORTH = Oids.organisation(71000001);

  protected static final Oid SOUTH = Oids.organisation(71000002);
  protected static final Oid PRODUCER = Oids.organisation(71000003);
  protected static final Oid HOSPITAL = Oids.organisation(71000004);

  private static Backends.Database database;
  private static TcpProxy wire;

  @LocalServerPort private int port;

  protected Calls calls;

  @TestConfiguration
  static class NoonClock {
    @Bean
    Clock clock() {
      Instant noon = Instant.parse("2026-11-22T10:00:00Z");
      return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), noon));
    }
  }

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    database = ServiceProperties.register(registry, "disclosure");
    wire = TcpProxy.to(database.host(), database.port());
    registry.add("LUPA_DB_HOST", () -> "localhost");
    registry.add("LUPA_DB_PORT", wire::port);
    registry.add("LUPA_KAFKA", () -> kafka().address());
    registry.add("LUPA_SCHEMAS", NationalSchemas::setting);
    registry.add("LUPA_TRUST_ANCHORS", TestTrust::anchors);
  }

  @BeforeEach
  void connect() {
    calls = new Calls(http());
    calls.givenOnce(
        List.of(
            Given.organisation(NORTH, "SOCIAL", "PUBLIC"),
            Given.organisation(SOUTH, "SOCIAL", "PUBLIC"),
            Given.organisation(PRODUCER, "SOCIAL", "PRIVATE"),
            Given.organisation(HOSPITAL, "HEALTH", "PUBLIC")));
  }

  @AfterEach
  void everyoneIsBack() {
    wire.resume();
    kafka().resume();
  }

  protected WebTestClient http() {
    return plainHttp().mutate().filter(CONTRACT.checking()).build();
  }

  /**
   * For what isn't in the contract. A connection for each request: an upload that is refused before
   * it was read ends its connection.
   */
  protected WebTestClient plainHttp() {
    return http(HttpClient.newConnection(), port);
  }

  /** Without the check of each answer, on connections that are kept: for many small requests. */
  protected Calls keptCalls() {
    return new Calls(http(HttpClient.create(), port));
  }

  private static WebTestClient http(HttpClient client, int port) {
    return WebTestClient.bindToServer(new ReactorClientHttpConnector(client))
        .baseUrl("http://localhost:" + port)
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(64 * 1024 * 1024))
        .responseTimeout(Duration.ofSeconds(30))
        .build();
  }

  /** The same calls, for answers that aren't in the contract. */
  protected Calls plainCalls() {
    return new Calls(plainHttp());
  }

  /** What stands between the service and its database. */
  protected static TcpProxy wire() {
    return wire;
  }

  /** What stands between the service and Kafka; tests write to topics beside it. */
  protected static TcpProxy kafka() {
    return Backends.kafkaBehindProxy();
  }

  /** Another instance of the service, beside the first one on the same database. */
  protected record Instance(ConfigurableApplicationContext context, Calls calls)
      implements AutoCloseable {
    @Override
    public void close() {
      context.close();
    }
  }

  /** Starts one with a setting of its own. */
  protected static Instance instance(String setting) {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(DisclosureApplication.class, NoonClock.class)
            .run(
                "--server.port=0",
                "--" + setting,
                "--LUPA_DB_HOST=" + database.host(),
                "--LUPA_DB_PORT=" + database.port(),
                "--LUPA_DB_NAME=" + database.name(),
                "--LUPA_DB_USER=" + database.user(),
                "--LUPA_DB_PASSWORD=" + database.password(),
                "--LUPA_KAFKA=" + Backends.kafka(),
                "--LUPA_ISSUER=" + TestIssuer.shared().url(),
                "--LUPA_AUDIENCE=" + TestIssuer.AUDIENCE,
                "--LUPA_CLIENT_REF_KEY=" + ServiceProperties.CLIENT_REF_KEY);
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    return new Instance(context, new Calls(http(HttpClient.create(), Integer.parseInt(port))));
  }

  protected static Database sql() {
    return new Database(database);
  }
}
