package fi.lupa.authorization;

import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.newOid;
import static fi.lupa.authorization.support.Calls.registration;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Events;
import fi.lupa.authorization.support.Events.Told;
import fi.lupa.authorization.support.Persons;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What Kafka is told of each act. */
class EventsIT extends AuthorizationIT {
  @Test
  void ofAnOrganisationItsWholeStateIsTold() {
    String oid = newOid();
    ObjectNode registration = registration(oid);
    calls.registered(registration);
    DISCLOSURE.leave();
    calls.change(oid, "\"1\"", with(registration, "status", "SUSPENDED"));

    List<Told> told = Events.await(oid, 2);
    assertThat(told)
        .extracting(Told::type)
        .containsOnly("fi.lupa.authorization.organisation-changed.v1");
    assertThat(told).allSatisfy(event -> assertThat(event.violations()).isEmpty());
    assertThat(told)
        .extracting(event -> event.data().path("version").asInt())
        .containsExactly(1, 2);
    ObjectNode second = ((ObjectNode) told.get(1).data()).deepCopy();
    second.remove("version");
    assertThat(second).isEqualTo(with(registration, "status", "SUSPENDED"));
  }

  @Test
  void ofARightItsWholeStateIsToldAndTheClientByPseudonym() {
    String identityCode = Persons.newIdentityCode();
    String organiser = calls.registered();
    String producer = calls.registered();
    String id =
        calls
            .grant(organiser, with(Calls.grant(identityCode, producer), "end", "2027-01-31"))
            .text("id");
    calls.end(organiser, id, "\"1\"", body("reason", "OTHER", "on", "2026-12-31"));
    calls.end(organiser, id, "\"2\"", body("reason", "RELATIONSHIP_ENDED"));

    List<Told> told = Events.await(id, 3);
    assertThat(told)
        .extracting(Told::type)
        .containsOnly("fi.lupa.authorization.usage-right-changed.v1");
    assertThat(told).allSatisfy(event -> assertThat(event.violations()).isEmpty());
    assertThat(told)
        .extracting(event -> event.data().path("change").asString())
        .containsExactly("GRANTED", "ENDED", "ENDED");
    assertThat(told)
        .allSatisfy(event -> assertThat(event.data().toString()).doesNotContain(identityCode));
    assertThat(told).extracting(event -> event.data().path("client").asString()).doesNotContain("");
    assertThat(told.get(2).data().path("endedAt").asString()).startsWith(TODAY);
    assertThat(told.get(2).headers())
        .containsAllEntriesOf(
            Map.of(
                "ce_specversion", "1.0",
                "ce_source", "/authorization-service",
                "ce_dataschema",
                    "https://lupa.fi/events/fi.lupa.authorization.usage-right-changed.v1.schema.json"))
        .containsKeys("ce_id", "ce_time", "traceparent");
  }

  @Test
  void whatIsPushedThroughTheFenceIsWhatKafkaBrings() {
    String oid = calls.registered();
    Told told = Events.await(oid, 1).getFirst();
    assertThat(DISCLOSURE.pushed(oid))
        .singleElement()
        .satisfies(pushed -> {
          assertThat(pushed.path("id").asString()).isEqualTo(told.headers().get("ce_id"));
          assertThat(pushed.path("time").asString()).isEqualTo(told.headers().get("ce_time"));
          assertThat(pushed.path("data")).isEqualTo(told.data());
        });
  }
}
