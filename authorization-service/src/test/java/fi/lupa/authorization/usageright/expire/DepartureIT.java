package fi.lupa.authorization.usageright.expire;

import static fi.lupa.authorization.support.Calls.registration;
import static fi.lupa.authorization.support.Calls.unit;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Events;
import fi.lupa.authorization.support.Persons;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A right ends with its organiser or producer. */
class DepartureIT extends AuthorizationIT {
  @Autowired private ExpiryLoop loop;

  private String organiser;
  private String producer;
  private String id;

  @BeforeEach
  void right() {
    organiser = calls.registered();
    producer = calls.registered();
    id = calls.grant(organiser, Calls.grant(Persons.newIdentityCode(), producer)).text("id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SUSPENDED", "LEFT"})
  void whenTheProducerLeavesItsRightsEndAsOfThatMoment(String status) {
    Answer changed = become(producer, 1, status);
    assertThat(changed.status()).isEqualTo(200);
    awaitEnded(id);
    assertThat(read(id).path("endReason").asString()).isEqualTo("PRODUCER_NOT_READY");
    assertThat(read(id).path("endedAt").asString()).isEqualTo(changed.text("changedAt"));
    assertThat(DISCLOSURE.pushed(id).getLast().at("/data/change").asString()).isEqualTo("ENDED");
  }

  @Test
  void whenTheOrganiserIsSuspendedTheRightsItGaveEnd() {
    become(organiser, 1, "SUSPENDED");
    awaitEnded(id);
    assertThat(read(id).path("endReason").asString()).isEqualTo("ORGANISER_NOT_READY");
  }

  @Test
  void whenAMainJoinerIsSuspendedTheRightsOfItsCoJoinersEnd() {
    String main = calls.registered(with(registration(Calls.newOid()), "ownership", "PRIVATE"));
    String coJoiner =
        calls.registered(
            with(with(registration(Calls.newOid()), "ownership", "PRIVATE"), "mainJoiner", main));
    String given =
        calls.grant(organiser, Calls.grant(Persons.newIdentityCode(), coJoiner)).text("id");
    Answer changed =
        calls.change(
            main,
            "\"1\"",
            with(with(registration(main), "ownership", "PRIVATE"), "status", "SUSPENDED"));
    assertThat(changed.status()).isEqualTo(200);
    awaitEnded(given);
    assertThat(read(given).path("endReason").asString()).isEqualTo("PRODUCER_NOT_READY");
  }

  @Test
  void backAgainItHasOnlyWhatIsGivenAnew() {
    become(producer, 1, "SUSPENDED");
    awaitEnded(id);
    Awaitility.await().until(() -> become(producer, 2, "JOINED").status() == 200);
    assertThat(read(id).path("state").asString()).isEqualTo("ENDED");
    String anew =
        calls.grant(organiser, Calls.grant(Persons.newIdentityCode(), producer)).text("id");
    assertThat(read(anew).path("state").asString()).isEqualTo("IN_FORCE");
  }

  @Test
  void itIsNotBackBeforeTheRightsItHadAreEnded() throws Exception {
    try (Connection connection = sql().database().connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select from usage_right where id = '" + id + "' for update");
      become(producer, 1, "SUSPENDED");
      Answer refused = become(producer, 2, "JOINED");
      assertThat(refused.code()).isEqualTo("RIGHTS_STILL_ENDING");
      assertThat(refused.status()).isEqualTo(409);
    }
    awaitEnded(id);
    Awaitility.await().until(() -> become(producer, 2, "JOINED").status() == 200);
  }

  @Test
  void itIsNotBackBeforeDecisionsKnowThatItsRightsAreEnded() {
    DISCLOSURE.leave();
    become(producer, 1, "SUSPENDED");
    awaitEnded(id);
    assertThat(DISCLOSURE.pushed(id)).hasSize(1);
    assertThat(become(producer, 2, "JOINED").code()).isEqualTo("RIGHTS_STILL_ENDING");
    DISCLOSURE.comeBack();
    loop.kick();
    Awaitility.await().until(() -> become(producer, 2, "JOINED").status() == 200);
    assertThat(DISCLOSURE.pushed(id).getLast().at("/data/change").asString()).isEqualTo("ENDED");
  }

  @Test
  void endsThatCouldNotBePushedAreAllPushedInTheEndAsTheyWereTold() throws SQLException {
    int count = Expiry.BATCH + 20;
    grantMany(count);
    DISCLOSURE.leave();
    become(producer, 1, "LEFT");
    Awaitility.await().until(() -> running() == 0);
    assertThat(waiting()).isEqualTo(count + 1L);
    DISCLOSURE.comeBack();
    loop.kick();
    Awaitility.await().until(() -> waiting() == 0);
    JsonNode told = Events.await(id, 2).getLast().data();
    assertThat(DISCLOSURE.pushed(id).getLast().path("data")).isEqualTo(told);
  }

  @Test
  void aChangeThatIsNoDepartureEndsNothing() throws SQLException {
    calls.change(
        producer, "\"1\"", with(registration(producer), "name", Map.of("fi", "Uusi nimi")));
    assertThat(
            sql().count("select count(*) from departure where organisation = '" + producer + "'"))
        .isZero();
    assertThat(read(id).path("state").asString()).isEqualTo("IN_FORCE");
  }

  @Test
  void hundredsOfRightsEndEachOnce() throws SQLException {
    int count = 2 * Expiry.BATCH + 40;
    grantMany(count);
    become(producer, 1, "LEFT");
    Awaitility.await().until(() -> running() == 0);
    assertThat(
            sql()
                .count(
                    "select count(*) from usage_right_version v join usage_right r on r.id = v.usage_right"
                        + " where v.change = 'ENDED' and v.version = 2 and r.producer = '"
                        + producer
                        + "'"))
        .isEqualTo(count + 1L);
  }

  private void grantMany(int count) throws SQLException {
    sql()
        .run(
            """
            insert into usage_right (id, client_ref, version, organiser, producer, producer_unit, service_task,
                                     social_services, start_day, granted_at)
            select gen_random_uuid(), gen_random_uuid(), 1, '%s', '%s', '%s', 'FAMILIES', '{}', '2026-01-01',
                   '2026-01-01T10:00:00Z'
            from generate_series(1, %d)
            """
                .formatted(organiser, producer, unit(producer, 1), count));
  }

  private long waiting() throws SQLException {
    return sql().count("select count(*) from end_to_push where organisation = '" + producer + "'");
  }

  private long running() throws SQLException {
    return sql()
        .count(
            "select count(*) from usage_right where ended_at is null and producer = '"
                + producer
                + "'");
  }

  private Answer become(String organisation, int version, String status) {
    ObjectNode registration = with(registration(organisation), "status", status);
    return calls.change(organisation, "\"" + version + "\"", registration);
  }

  private void awaitEnded(String right) {
    Awaitility.await().until(() -> read(right).path("state").asString().equals("ENDED"));
  }

  private JsonNode read(String right) {
    return calls.get("/v1/usage-rights/" + right, organiser).body();
  }
}
