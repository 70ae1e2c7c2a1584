package fi.lupa.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import fi.lupa.testkit.Backends;
import fi.lupa.testkit.ServiceProperties;
import fi.lupa.testkit.TestIssuer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A service under another law than today's: it decides by it, and says so on every record. */
class RulebookIT {
  private static final Oid NORTH = Oids.organisation(52_000_001);
  private static final Oid SOUTH = Oids.organisation(52_000_002);

  private static ConfigurableApplicationContext service;
  private static Calls calls;

  private static ConfigurableApplicationContext service(String rulebook) {
    Backends.Database database = Backends.database("rulebook");
    return new SpringApplicationBuilder(DisclosureApplication.class)
        .run(
            "--server.port=0",
            "--LUPA_DB_HOST=" + database.host(),
            "--LUPA_DB_PORT=" + database.port(),
            "--LUPA_DB_NAME=" + database.name(),
            "--LUPA_DB_USER=" + database.user(),
            "--LUPA_DB_PASSWORD=" + database.password(),
            "--LUPA_KAFKA=" + Backends.kafka(),
            "--LUPA_ISSUER=" + TestIssuer.shared().url(),
            "--LUPA_AUDIENCE=" + TestIssuer.AUDIENCE,
            "--LUPA_CLIENT_REF_KEY=" + ServiceProperties.CLIENT_REF_KEY,
            "--LUPA_RULEBOOK=" + rulebook);
  }

  @BeforeAll
  static void underTheDraft() {
    service = service("DRAFT_2020");
    calls = Calls.at(service.getEnvironment().getRequiredProperty("local.server.port"));
    calls.given(
        Given.organisation(NORTH, "SOCIAL", "PUBLIC"),
        Given.organisation(SOUTH, "SOCIAL", "PUBLIC"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void itDecidesByTheDraftAndStampsEveryRecord() {
    Client client = Client.person();
    calls.given(Given.informed(client.ref()), Given.right(client.ref(), SOUTH, NORTH));
    ObjectNode metadata = Calls.metadata(client, NORTH);
    Answer stored = calls.store(NORTH, metadata);

    Answer given = calls.query(SOUTH, Calls.disclosure(client, SOUTH));
    Answer denied = calls.query(SOUTH, Calls.use(client, SOUTH, NORTH));
    Answer voided =
        calls.voided(
            NORTH,
            metadata.path("documentOid").asString(),
            Calls.voiding(client, NORTH),
            Calls.newKey());

    assertThat(given.documents()).as(given.body().toString()).hasSize(1);
    assertThat(given.body().at("/decision/rulebook").asString()).isEqualTo("DRAFT_2020");
    assertThat(given.body().at("/decision/legalReferences/0").asString()).isEqualTo("DRAFT_2020");
    assertThat(denied.code()).isEqualTo("NO_REGISTER_RIGHT");
    assertStamped(SOUTH, given);
    assertStamped(SOUTH, denied);
    assertStamped(NORTH, stored);
    assertStamped(NORTH, voided);
  }

  private static void assertStamped(Oid reader, Answer access) {
    JsonNode record = calls.explanation(reader, access.queryId()).body();
    assertThat(record.path("rulebook").asString()).isEqualTo("DRAFT_2020");
    assertThat(record.path("legalReferences"))
        .extracting(JsonNode::asString)
        .isEqualTo(List.of("DRAFT_2020"));
    assertThat(record.path("rules"))
        .allSatisfy(
            rule -> assertThat(rule.path("legalReferences").toString()).doesNotContain("703_2023"));
  }

  @Test
  void withARulebookThatNobodyKnowsItDoesNotStart() {
    for (String unknown : List.of("ACT_1", "''")) {
      assertThatThrownBy(() -> service(unknown).close()).hasStackTraceContaining("lupa.rulebook");
    }
  }
}
