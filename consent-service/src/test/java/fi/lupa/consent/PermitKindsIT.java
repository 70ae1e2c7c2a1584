package fi.lupa.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.contracts.PermitKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The permits from one sector to the other, and what each kind's targets may name. */
class PermitKindsIT extends ServiceUnderTest {
  private static final String PERMITS = "/v1/permits";

  @Test
  void aPermitToSocialCareSaysWhomAndWhichPatientData() {
    String client = Bodies.identityCode(informedPerson());

    Answer permit =
        provider()
            .create(
                PERMITS, Bodies.permit(client, "HEALTH_TO_SOCIAL", "GIVEN", Bodies.SOCIAL_TARGETS))
            .inForce(201, 1);

    assertThat(permit.body().at("/targets/0/dataGroups").toString())
        .isEqualTo("[\"SUMMARY\",\"STATEMENTS\"]");
    assertThat(permit.body().at("/targets/0").has("serviceTasks")).isFalse();
    assertThat(permit.text("/targets/1/recipient/type")).isEqualTo("STATE_UNIT");
    assertThat(DISCLOSURE.pushed().toString()).contains("\"dataGroups\"");
    try (KafkaReader kafka = new KafkaReader()) {
      await().until(() -> kafka.withKey(permit.id()).size() == 1);
      assertThat(kafka.withKey(permit.id()).getFirst().data().at("/targets/1/dataGroups/0"))
          .hasToString("\"ENTRIES\"");
    }
    Answer withdrawn =
        provider()
            .change(PERMITS + "/" + permit.id() + "/withdrawal", 1, Bodies.ONLY_RECORDER)
            .inForce(200, 2);
    assertThat(withdrawn.body().path("targets").isEmpty()).isTrue();
  }

  @Test
  void aCitizenNamesARecipientByTheOwnReferenceAndNeverReadsAnOid() {
    String person = informedPerson();
    Api me = citizen(person);
    String give =
        Bodies.myPermit("HEALTH_TO_SOCIAL", "GIVEN")
            .replace("}", ",\"targets\":" + Bodies.socialTargets("%s") + "}");

    me.create("/v1/my/permits", give.formatted(stateUnit(person()))).is(404, "NOT_FOUND");
    me.create("/v1/my/permits", give.formatted("1.2.246.10.96000003.10.0"))
        .is(400, "REQUEST_INVALID");
    Answer given = me.create("/v1/my/permits", give.formatted(stateUnit(person))).inForce(201, 1);

    assertThat(rows("select targets from permit where id = '%s'".formatted(given.id())).toString())
        .contains("1.2.246.10.96000003.10.0")
        .doesNotContain(stateUnit(person));
    Answer versions = me.get("/v1/my/permits/" + given.id() + "/versions").is(200);
    for (Answer told : List.of(given, versions)) {
      assertThat(told.body().toString()).contains(stateUnit(person)).doesNotContain("1.2.246");
    }
    Answer provider = provider().search("/v1/permits/searches", Bodies.searchFor(person)).is(200);
    assertThat(provider.body().findValuesAsString("organisation"))
        .containsExactly("1.2.246.10.96000003.10.0");
  }

  @Test
  void theCitizenAnswersEachKindOnItsOwn() {
    String person = informedPerson();
    Api me = citizen(person);
    me.create("/v1/my/permits", Bodies.myPermit("SOCIAL_CARE", "GIVEN")).inForce(201, 1);
    me.create(
            "/v1/my/permits",
            Bodies.myPermit("HEALTH_TO_SOCIAL", "GIVEN")
                .replace("}", ",\"targets\":" + Bodies.socialTargets(stateUnit(person)) + "}"))
        .inForce(201, 1);
    me.create("/v1/my/permits", Bodies.myPermit("SOCIAL_TO_HEALTH", "REFUSED")).inForce(201, 1);

    Answer mine = me.get("/v1/my/permits").is(200);

    assertThat(mine.body().toString()).contains(stateUnit(person)).doesNotContain("1.2.246");
    assertThat(mine.body().path("items").findValuesAsString("kind"))
        .containsExactly("HEALTH_TO_SOCIAL", "SOCIAL_CARE", "SOCIAL_TO_HEALTH");
    assertThat(mine.body().path("items").findValuesAsString("state"))
        .containsExactly("GIVEN", "GIVEN", "REFUSED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "HEALTH_TO_SOCIAL | PUBLIC_SOCIAL_CARE | ^\"serviceTasks\":[\"FAMILIES\"]^ | dataGroups",
        "HEALTH_TO_SOCIAL | PUBLIC_HEALTH_CARE | ^\"dataGroups\":[\"SUMMARY\"]^ | recipient/type",
        "HEALTH_TO_SOCIAL | PUBLIC_SOCIAL_CARE | ^\"dataGroups\":[]^ | dataGroups",
        "HEALTH_TO_SOCIAL | PUBLIC_SOCIAL_CARE | ^\"dataGroups\":[\"ALL\"]^ | dataGroups/0",
        "HEALTH_TO_SOCIAL | STATE_UNIT         | ^\"dataGroups\":[\"SUMMARY\"]^ | recipient/organisation",
        "SOCIAL_TO_HEALTH | PUBLIC_HEALTH_CARE | ^\"dataGroups\":[\"SUMMARY\"]^ | serviceTasks",
        "SOCIAL_TO_HEALTH | PUBLIC_SOCIAL_CARE | ^\"serviceTasks\":[\"FAMILIES\"]^ | recipient/type"
      })
  void aTargetThatDoesNotFitItsKindIsPointedAt(
      String kind, String recipient, String what, String pointer) {
    String targets = "[{\"recipient\":{\"type\":\"%s\"},%s}]".formatted(recipient, what);

    Answer answer =
        provider()
            .create(
                PERMITS,
                Bodies.permit(Bodies.identityCode(informedPerson()), kind, "GIVEN", targets));

    answer.is(400, "REQUEST_INVALID");
    assertThat(answer.body().path("violations").findValuesAsString("pointer"))
        .contains("/targets/0/" + pointer);
  }

  @ParameterizedTest
  @EnumSource(
      value = PermitKind.class,
      names = {"SOCIAL_TO_HEALTH", "HEALTH_TO_SOCIAL"})
  void withoutTargetsItIsNotSpecified(PermitKind kind) {
    String client = Bodies.identityCode(informedPerson());

    provider()
        .create(PERMITS, Bodies.permit(client, kind.name(), "GIVEN", null))
        .is(409, "TARGETS_REQUIRED");
    provider().create(PERMITS, Bodies.permit(client, kind.name(), "REFUSED", null)).inForce(201, 1);
  }

  @Test
  void aRepeatedRequestIsTheSameInWhateverOrderItNamesTheData() {
    String client = Bodies.identityCode(informedPerson());
    String body = Bodies.permit(client, "HEALTH_TO_SOCIAL", "GIVEN", Bodies.SOCIAL_TARGETS);
    String other = body.replace("\"STATEMENTS\",\"SUMMARY\"", "\"SUMMARY\",\"STATEMENTS\"");
    Answer first = provider().create(PERMITS, body, "key-" + client.hashCode()).inForce(201, 1);

    Answer again = provider().create(PERMITS, other, "key-" + client.hashCode()).inForce(201, 1);

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(rows("select version from permit where id = '%s'".formatted(first.id())))
        .containsExactly(List.of("1"));
  }
}
