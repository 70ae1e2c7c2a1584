package fi.lupa.disclosure.fact.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.contracts.event.Topics;
import fi.lupa.disclosure.DisclosureApplication;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.Database;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Topic;
import fi.lupa.testkit.Backends;
import fi.lupa.testkit.ServiceProperties;
import fi.lupa.testkit.TcpProxy;
import fi.lupa.testkit.TestIssuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * When an instance may decide. On a broker of its own: what others tell would change the ends, and
 * here the topics don't exist at first.
 */
class ReadinessIT {
  private static final EmbeddedKafkaBroker KAFKA =
      new EmbeddedKafkaKraftBroker(1, 1).brokerListProperty("lupa.test.readiness.kafka");
  private static final int TOLD = 50;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    KAFKA.afterPropertiesSet();
  }

  @AfterAll
  static void stop() {
    KAFKA.destroy();
  }

  private static ConfigurableApplicationContext service(Backends.Database database, String kafka) {
    return new SpringApplicationBuilder(DisclosureApplication.class)
        .run(
            "--server.port=0",
            "--LUPA_DB_HOST=" + database.host(),
            "--LUPA_DB_PORT=" + database.port(),
            "--LUPA_DB_NAME=" + database.name(),
            "--LUPA_DB_USER=" + database.user(),
            "--LUPA_DB_PASSWORD=" + database.password(),
            "--LUPA_KAFKA=" + kafka,
            "--LUPA_ISSUER=" + TestIssuer.shared().url(),
            "--LUPA_AUDIENCE=" + TestIssuer.AUDIENCE,
            "--LUPA_CLIENT_REF_KEY=" + ServiceProperties.CLIENT_REF_KEY);
  }

  private static int health(Environment environment, String group) {
    URI uri =
        URI.create(
            "http://localhost:"
                + environment.getProperty("local.server.port")
                + "/actuator/health/"
                + group);
    try {
      return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void becomesReady(Environment environment) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(health(environment, "readiness")).isEqualTo(200));
  }

  private static void staysUnready(Environment environment) {
    await()
        .during(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(health(environment, "readiness")).isEqualTo(503));
    assertThat(health(environment, "liveness")).isEqualTo(200);
  }

  /** One story in three instances, because each start costs seconds. */
  @Test
  void decidesOnlyByFactsThatReachTheEndsSeenAtStart() throws SQLException {
    Backends.Database database = Backends.database("readiness");

    kafkaIsAwayAndThenHasNoTopicsYet(database);

    try (Topic consent = Topic.made(KAFKA.getBrokersAsString(), Topics.CONSENT)) {
      for (int i = 0; i < TOLD; i++) {
        consent.send(Given.informed(Client.person().ref()));
      }
    }
    whatWasToldMeanwhileIsAppliedFirst(database);
    aNewDatabaseIsFilledFirstThoughTheGroupHasReadAll(Backends.database("readiness"));
  }

  private static void kafkaIsAwayAndThenHasNoTopicsYet(Backends.Database database) {
    String[] broker = KAFKA.getBrokersAsString().split(":");
    try (TcpProxy wire = TcpProxy.to(broker[0], Integer.parseInt(broker[1]))) {
      wire.refuse();
      try (ConfigurableApplicationContext service = service(database, wire.address())) {
        staysUnready(service.getEnvironment());
        wire.resume();
        becomesReady(service.getEnvironment());
      }
    }
  }

  private static void whatWasToldMeanwhileIsAppliedFirst(Backends.Database database)
      throws SQLException {
    try (Connection blocker = database.connect();
        Statement statement = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      statement.execute("lock table client_fact in exclusive mode");
      try (ConfigurableApplicationContext service = service(database, KAFKA.getBrokersAsString())) {
        staysUnready(service.getEnvironment());
        blocker.rollback();
        becomesReady(service.getEnvironment());
        assertThat(facts(database)).isEqualTo(TOLD);
      }
    }
  }

  private static void aNewDatabaseIsFilledFirstThoughTheGroupHasReadAll(
      Backends.Database database) {
    try (ConfigurableApplicationContext service = service(database, KAFKA.getBrokersAsString())) {
      becomesReady(service.getEnvironment());
      assertThat(facts(database)).isEqualTo(TOLD);
    }
  }

  private static long facts(Backends.Database database) {
    return new Database(database).count("select count(*) from client_fact");
  }
}
