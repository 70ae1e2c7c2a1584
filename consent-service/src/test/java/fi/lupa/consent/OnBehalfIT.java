package fi.lupa.consent;

import static fi.lupa.consent.Registrations.GUARDIAN;
import static fi.lupa.consent.Registrations.MANDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.testkit.TestIssuer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Somebody acts for a client in the citizen's channel. */
class OnBehalfIT extends ServiceUnderTest {
  private static final String INFORMING = "{\"textVersion\":\"2024-1\",\"language\":\"fi\"}";
  private static final String GIVE = Bodies.myPermit("SOCIAL_CARE", "GIVEN");
  private static final String PATIENT_DATA =
      Bodies.myPermit("HEALTH_TO_SOCIAL", "GIVEN")
          .replace(
              "}",
              ",\"targets\":[{\"recipient\":{\"type\":\"PUBLIC_SOCIAL_CARE\"},\"dataGroups\":[\"SUMMARY\"]}]}");
  private static final String PROHIBIT = Bodies.myProhibition(Bodies.task("FAMILIES"));

  private final String child = Children.child();
  private final String adult = person();

  private Answer register(String represented, String representative, String role, String more) {
    return api(Registrations.operatorToken())
        .create("/v1/representations", Registrations.body(represented, representative, role, more))
        .is(201);
  }

  private Api guardian() {
    return acting(child, adult, register(child, adult, GUARDIAN, ""));
  }

  private Api acting(String represented, String representative, Answer registered) {
    return api(Registrations.token(represented, representative, registered));
  }

  private List<List<String>> recorded(String table, String id) {
    return rows(
        "select version, channel, representative_role, representative_ref is not null from %s where id = '%s' order by 1"
            .formatted(table, id));
  }

  @Test
  void aGuardianAcknowledgesGivesAndWithdraws() {
    Api guardian = guardian();
    Answer told = guardian.create("/v1/my/informing", INFORMING).inForce(201, 1);
    Answer given = guardian.create("/v1/my/permits", GIVE).inForce(201, 1);
    guardian.change("/v1/my/permits/" + given.id() + "/withdrawal", 1, null).inForce(200, 2);
    citizen(child).create("/v1/my/permits", GIVE).inForce(201, 3);

    assertThat(guardian.get("/v1/my/informing").is(200).id()).isEqualTo(told.id());
    assertThat(guardian.get("/v1/my/permits").is(200).text("/items/0/id")).isEqualTo(given.id());
    guardian.get("/v1/my/permits/" + given.id() + "/effect?version=3").is(200);
    guardian.get("/v1/my/informing/effect?version=1").is(200);
    guardian.get("/v1/my/information-text").is(200);
    assertThat(guardian.get("/v1/my/permits/" + given.id() + "/versions").body().path("items"))
        .hasSize(3);
    assertThat(recorded("informing_version", told.id()))
        .containsExactly(List.of("1", "CITIZEN", GUARDIAN, "t"));
    assertThat(recorded("permit_version", given.id()))
        .extracting(row -> row.get(2))
        .containsExactly(GUARDIAN, GUARDIAN, null);
    assertThat(citizen(adult).get("/v1/my/permits").is(200).body().path("items")).isEmpty();
  }

  @Test
  void theEventTellsTheRoleAndNotWho() {
    Api guardian = guardian();
    guardian.create("/v1/my/informing", INFORMING);
    Answer given = guardian.create("/v1/my/permits", GIVE);
    citizen(child).change("/v1/my/permits/" + given.id() + "/withdrawal", 1, null);
    try (KafkaReader kafka = new KafkaReader()) {
      await().atMost(Duration.ofSeconds(20)).until(() -> kafka.withKey(given.id()).size() == 2);
      List<KafkaReader.Told> told = kafka.withKey(given.id());
      assertThat(told)
          .allSatisfy(
              event -> assertThat(EventSchemas.violations(event.type(), event.data())).isEmpty());
      assertThat(told.getFirst().data().path("representative").asString()).isEqualTo(GUARDIAN);
      assertThat(told.getLast().data().has("representative")).isFalse();
    }
  }

  @Test
  void aGuardianSeesAChildsProhibitionsAndChangesNone() {
    Api guardian = guardian();
    guardian.create("/v1/my/informing", INFORMING);
    Answer set = citizen(child).create("/v1/my/prohibitions", PROHIBIT).inForce(201, 1);

    guardian.create("/v1/my/prohibitions", PROHIBIT).is(403, "GUARDIAN_CANNOT_PROHIBIT");
    guardian
        .change("/v1/my/prohibitions/" + set.id() + "/cancellation", 1, null)
        .is(403, "GUARDIAN_CANNOT_PROHIBIT");
    assertThat(guardian.get("/v1/my/prohibitions").is(200).text("/items/0/state")).isEqualTo("SET");
    guardian.get("/v1/my/prohibitions/" + set.id() + "/effect?version=1").is(200);
  }

  /** 51 § 1: whether a minor decides alone on patient data is a professional's to judge. */
  @Test
  void nobodyWhoActsForAMinorHasAnythingToDoWithThePermitForPatientData() {
    citizen(child).create("/v1/my/informing", INFORMING).inForce(201, 1);
    Answer given = citizen(child).create("/v1/my/permits", PATIENT_DATA).inForce(201, 1);
    citizen(child).create("/v1/my/permits", GIVE).inForce(201, 1);
    String path = "/v1/my/permits/" + given.id();
    for (Api actor : List.of(guardian(), acting(child, adult, legalGuardian()))) {
      actor.create("/v1/my/permits", PATIENT_DATA).is(403, "GUARDIAN_CANNOT_PERMIT_PATIENT_DATA");
      actor
          .create("/v1/my/permits", Bodies.myPermit("HEALTH_TO_SOCIAL", "REFUSED"))
          .is(403, "GUARDIAN_CANNOT_PERMIT_PATIENT_DATA");
      actor.change(path + "/withdrawal", 1, null).is(404, "NOT_FOUND");
      actor.get(path + "/effect?version=1").is(404, "NOT_FOUND");
      actor.get(path + "/versions").is(404, "NOT_FOUND");
      actor
          .search("/v1/my/prints", "{\"kind\":\"HEALTH_TO_SOCIAL\",\"language\":\"fi\"}")
          .is(404, "NOT_FOUND");
      assertThat(
              actor.get("/v1/my/permits").is(200).body().path("items").findValuesAsString("kind"))
          .containsExactly("SOCIAL_CARE");
    }
    assertThat(citizen(child).get("/v1/my/permits").body().path("items").findValuesAsString("kind"))
        .containsExactly("HEALTH_TO_SOCIAL", "SOCIAL_CARE");
    citizen(child).change(path + "/withdrawal", 1, null).inForce(200, 2);
  }

  private Answer legalGuardian() {
    return register(child, adult, "LEGAL_GUARDIAN", "");
  }

  @Test
  void whoActsForAnAdultAnswersForPatientData() {
    String client = informedPerson();
    Api holder = acting(client, adult, register(client, adult, MANDATE, ""));
    Answer given = holder.create("/v1/my/permits", PATIENT_DATA).inForce(201, 1);
    holder.get("/v1/my/permits/" + given.id() + "/versions").is(200);
    holder.change("/v1/my/permits/" + given.id() + "/withdrawal", 1, null).inForce(200, 2);
  }

  @Test
  void whoHasAMandateActsAsThePerson() {
    String client = informedPerson();
    Api holder = acting(client, adult, register(client, adult, MANDATE, ""));
    Answer set = holder.create("/v1/my/prohibitions", PROHIBIT).inForce(201, 1);
    holder.change("/v1/my/prohibitions/" + set.id() + "/cancellation", 1, null).inForce(200, 2);

    assertThat(recorded("prohibition_version", set.id()))
        .containsExactly(
            List.of("1", "CITIZEN", MANDATE, "t"), List.of("2", "CITIZEN", MANDATE, "t"));
  }

  @Test
  void eachActAsksAnew() {
    Answer held = register(child, adult, GUARDIAN, "");
    Api guardian = acting(child, adult, held);
    guardian.create("/v1/my/informing", INFORMING).inForce(201, 1);
    register(child, adult, GUARDIAN, ",\"blocks\":[\"TAKEN_INTO_CARE\"]");

    refusedEverywhere(guardian, "NO_REPRESENTATION");
    register(child, adult, GUARDIAN, "");
    guardian.get("/v1/my/informing").is(200);
    api(Registrations.operatorToken())
        .change("/v1/representations/" + held.id() + "/end", 3, null)
        .inForce(200, 4);
    refusedEverywhere(guardian, "NO_REPRESENTATION");
  }

  private void refusedEverywhere(Api actor, String code) {
    String some = UUID.randomUUID().toString();
    for (String path :
        List.of(
            "informing",
            "informing/effect?version=1",
            "permits",
            "permits/" + some + "/effect?version=1",
            "permits/" + some + "/versions",
            "prohibitions",
            "prohibitions/" + some + "/effect?version=1",
            "prohibitions/" + some + "/versions")) {
      actor.get("/v1/my/" + path).is(403, code);
    }
    actor.search("/v1/my/prints", "{\"kind\":\"PROHIBITIONS\",\"language\":\"fi\"}").is(403, code);
    actor.create("/v1/my/informing", INFORMING).is(403, code);
    actor.create("/v1/my/permits", GIVE).is(403, code);
    actor.create("/v1/my/prohibitions", PROHIBIT).is(403, code);
    actor.change("/v1/my/permits/" + some + "/withdrawal", 1, null).is(403, code);
    actor.change("/v1/my/prohibitions/" + some + "/cancellation", 1, null).is(403, code);
  }

  @Test
  void aTokenForOneRelationIsNoneForAnother() {
    String other = Children.child();
    Answer held = register(child, adult, GUARDIAN, "");
    refusedEverywhere(acting(other, adult, held), "NO_REPRESENTATION");
    refusedEverywhere(acting(child, person(), held), "NO_REPRESENTATION");
    refusedEverywhere(
        api(
            TestIssuer.shared()
                .representativeToken(child, adult, UUID.fromString(held.id()), MANDATE)),
        "NO_REPRESENTATION");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MANDATE_EXPIRED | ,\"validUntil\":\"2026-01-02\"",
        "MANDATE_OTHER_MATTER | ,\"matters\":[\"OTHER\"]",
        "NO_REPRESENTATION | ,\"validUntil\":\"2026-01-02\",\"blocks\":[\"OTHER\"]"
      })
  void whatBothSidesKnowIsTold(String code, String more) {
    String client = informedPerson();
    refusedEverywhere(acting(client, adult, register(client, adult, MANDATE, more)), code);
  }

  @Test
  void aMandateOverHealthMattersAnswersForHealthData() {
    String client = informedPerson();
    Answer held = register(client, adult, MANDATE, ",\"matters\":[\"HEALTH_CARE\"]");
    Api holder = acting(client, adult, held);
    holder.get("/v1/my/permits").is(200);
    holder.create("/v1/my/permits", GIVE).is(403, "MANDATE_OTHER_MATTER");
    holder.create("/v1/my/prohibitions", PROHIBIT).is(403, "MANDATE_OTHER_MATTER");
  }

  @Test
  void aMandateOverHealthMattersTakesNothingBackThatIsOfSocialCare() {
    String client = informedPerson();
    Answer permit = citizen(client).create("/v1/my/permits", GIVE).inForce(201, 1);
    Answer set = citizen(client).create("/v1/my/prohibitions", PROHIBIT).inForce(201, 1);
    Api holder =
        acting(client, adult, register(client, adult, MANDATE, ",\"matters\":[\"HEALTH_CARE\"]"));

    holder
        .change("/v1/my/prohibitions/" + set.id() + "/cancellation", 1, null)
        .is(403, "MANDATE_OTHER_MATTER");
    holder
        .change("/v1/my/permits/" + permit.id() + "/withdrawal", 1, null)
        .is(403, "MANDATE_OTHER_MATTER");
    assertThat(citizen(client).get("/v1/my/prohibitions").text("/items/0/state")).isEqualTo("SET");
    assertThat(citizen(client).get("/v1/my/permits").text("/items/0/state")).isEqualTo("GIVEN");
  }

  @Test
  void aChildThatHasComeOfAgeActsAlone() {
    String grown = informedPerson();
    // the register still has the guardian, as on the day after the birthday
    Answer held = register(grown, adult, MANDATE, "");
    accept(
        "update representation set role = 'GUARDIAN_OF_MINOR' where id = '%s'"
            .formatted(held.id()));
    refusedEverywhere(
        api(
            TestIssuer.shared()
                .representativeToken(grown, adult, UUID.fromString(held.id()), GUARDIAN)),
        "CHILD_OF_AGE");
  }

  @Test
  void keysBelongToWhoAsks() {
    String key = UUID.randomUUID().toString();
    Api guardian = guardian();
    guardian.create("/v1/my/informing", INFORMING, key).inForce(201, 1);
    guardian.create("/v1/my/informing", INFORMING, key).inForce(201, 1);
    citizen(child).create("/v1/my/informing", INFORMING, key).inForce(201, 2);
  }

  @Test
  void aRepresentativeGetsNowhereElse() {
    Api guardian = guardian();
    guardian.create("/v1/permits", Bodies.socialCare(child, "GIVEN")).is(403, "SCOPE_MISSING");
    guardian.search("/v1/permits/searches", Bodies.searchFor(child)).is(403, "SCOPE_MISSING");
  }

  @Test
  void aStrangerAndWhoeverIsBarredGetTheSameAnswer() {
    Answer held = register(child, adult, GUARDIAN, ",\"blocks\":[\"SAFETY_NON_DISCLOSURE\"]");
    Answer barred = acting(child, adult, held).get("/v1/my/permits").is(403);
    Answer stranger = acting(child, person(), held).get("/v1/my/permits").is(403);

    assertThat(withoutTrace(barred)).isEqualTo(withoutTrace(stranger));
    assertThat(barred.headers().headerNames()).isEqualTo(stranger.headers().headerNames());
    assertThat(barred.headers().getContentLength())
        .isEqualTo(stranger.headers().getContentLength());
  }

  private static ObjectNode withoutTrace(Answer answer) {
    ObjectNode body = ((ObjectNode) answer.body()).deepCopy();
    body.remove("traceId");
    return body;
  }

  private static void accept(String sql) {
    try (var connection = database();
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    } catch (java.sql.SQLException e) {
      throw new AssertionError(e);
    }
  }
}
