package fi.lupa.consent.permit;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.consent.Answer;
import fi.lupa.consent.Api;
import fi.lupa.consent.Bodies;
import fi.lupa.consent.ServiceUnderTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PermitIT extends ServiceUnderTest {
  private static final String PERMITS = "/v1/permits";

  @Test
  void aPermitInsideSocialCareIsOneYesToEverything() {
    Answer permit =
        provider().create(PERMITS, Bodies.socialCare(informedPerson(), "GIVEN")).inForce(201, 1);

    assertThat(permit.text("/state")).isEqualTo("GIVEN");
    assertThat(permit.text("/channel")).isEqualTo("PROVIDER");
    assertThat(permit.text("/givenAt")).isEqualTo(permit.text("/changedAt"));
    assertThat(permit.body().path("targets").isEmpty()).isTrue();
    assertThat(permit.body().has("client")).isFalse();
    assertThat(permit.body().toString()).doesNotContain(Bodies.NAME);
  }

  @Test
  void aRefusalIsStoredAsWell() {
    String person = informedPerson();

    Answer refusal = provider().create(PERMITS, Bodies.socialCare(person, "REFUSED"));

    refusal.inForce(201, 1);
    assertThat(refusal.text("/state")).isEqualTo("REFUSED");
    assertThat(refusal.text("/givenAt")).isNull();
  }

  @Test
  void givingAgainIsANewVersionOfTheSamePermit() {
    String person = informedPerson();
    Answer first = provider().create(PERMITS, Bodies.socialCare(person, "GIVEN")).inForce(201, 1);
    Answer second =
        provider().create(PERMITS, Bodies.socialCare(person, "REFUSED")).inForce(201, 2);
    Answer third =
        provider(SOUTH).create(PERMITS, Bodies.socialCare(person, "GIVEN")).inForce(201, 3);

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(third.id()).isEqualTo(first.id());
    assertThat(
            rows(
                "select version, state, organisation, professional_name from permit_version"
                    + " where id = '%s' order by version".formatted(first.id())))
        .containsExactly(
            List.of("1", "GIVEN", NORTH, Bodies.NAME),
            List.of("2", "REFUSED", NORTH, Bodies.NAME),
            List.of("3", "GIVEN", SOUTH, Bodies.NAME));
  }

  @Test
  void aPermitToHealthCareSaysWhomAndWhat() {
    String person = informedPerson();
    Answer permit =
        provider()
            .create(
                PERMITS,
                Bodies.permit(
                    Bodies.identityCode(person),
                    "SOCIAL_TO_HEALTH",
                    "GIVEN",
                    Bodies.HEALTH_TARGETS))
            .inForce(201, 1);

    assertThat(permit.text("/targets/0/recipient/type")).isEqualTo("PUBLIC_HEALTH_CARE");
    assertThat(permit.body().at("/targets/0/serviceTasks").toString())
        .isEqualTo("[\"FAMILIES\",\"OLDER_PEOPLE\"]");
    assertThat(permit.text("/targets/1/recipient/organisation"))
        .isEqualTo("1.2.246.10.95000001.10.0");
    assertThat(permit.text("/targets/1/recordedTo")).isEqualTo("2024-01-01");
  }

  @Test
  void theKindsAreSeparatePermits() {
    String person = informedPerson();
    String client = Bodies.identityCode(person);
    provider().create(PERMITS, Bodies.socialCare(person, "GIVEN")).inForce(201, 1);
    provider()
        .create(PERMITS, Bodies.permit(client, "SOCIAL_TO_HEALTH", "GIVEN", Bodies.HEALTH_TARGETS))
        .inForce(201, 1);

    Answer found = provider().search("/v1/permits/searches", Bodies.searchFor(person)).is(200);

    assertThat(found.body().path("items").findValuesAsString("kind"))
        .containsExactly("SOCIAL_CARE", "SOCIAL_TO_HEALTH");
    assertThat(found.body().has("next")).isTrue();
    assertThat(found.body().path("next").isNull()).isTrue();
  }

  @Test
  void withoutInformingThereIsNoPermit() {
    String person = person();

    provider().create(PERMITS, Bodies.socialCare(person, "GIVEN")).is(409, "NOT_INFORMED");
    provider().create(PERMITS, Bodies.socialCare(person, "REFUSED")).is(409, "NOT_INFORMED");
    citizen(person)
        .create("/v1/my/permits", Bodies.myPermit("SOCIAL_CARE", "GIVEN"))
        .is(409, "NOT_INFORMED");

    assertThat(citizen(person).get("/v1/my/permits").is(200).body().path("items")).isEmpty();
  }

  @Test
  void aPermitNamesATextThatIsThere() {
    String person = informedPerson();

    provider()
        .create(PERMITS, Bodies.socialCare(person, "GIVEN").replace("2024-1", "2025-7"))
        .is(409, "INFORMATION_TEXT_UNKNOWN");
    citizen(person)
        .create(
            "/v1/my/permits", Bodies.myPermit("SOCIAL_CARE", "REFUSED").replace("2024-1", "none"))
        .is(409, "INFORMATION_TEXT_UNKNOWN");

    assertThat(citizen(person).get("/v1/my/permits").is(200).body().path("items")).isEmpty();
  }

  @Test
  void aClientWithOnlyATemporaryIdentifierHasNoPermit() {
    String client = Bodies.temporaryId("1.2.246.10.91000005.22.2026.1");
    provider().create("/v1/informings", Bodies.informing(client, "")).inForce(201, 1);

    provider()
        .create(PERMITS, Bodies.permit(client, "SOCIAL_CARE", "GIVEN", null))
        .is(409, "TEMPORARY_ID_NO_PERMIT");
  }

  @Test
  void targetsAreForAGivenPermitToHealthCareOnly() {
    String client = Bodies.identityCode(informedPerson());
    Api api = provider();

    api.create(PERMITS, Bodies.permit(client, "SOCIAL_TO_HEALTH", "GIVEN", null))
        .is(409, "TARGETS_REQUIRED");
    api.create(PERMITS, Bodies.permit(client, "SOCIAL_TO_HEALTH", "REFUSED", Bodies.HEALTH_TARGETS))
        .is(409, "TARGETS_FORBIDDEN");
    api.create(PERMITS, Bodies.permit(client, "SOCIAL_CARE", "GIVEN", Bodies.HEALTH_TARGETS))
        .is(409, "TARGETS_FORBIDDEN");
    api.create(PERMITS, Bodies.permit(client, "SOCIAL_TO_HEALTH", "REFUSED", null)).inForce(201, 1);
  }

  @Test
  void aPeriodDoesNotEndBeforeItBegins() {
    String targets =
        """
        [{"recipient":{"type":"PUBLIC_HEALTH_CARE"},"serviceTasks":["FAMILIES"],\
        "recordedFrom":"2024-02-02","recordedTo":"2024-02-01"}]\
        """;

    Answer answer =
        provider()
            .create(
                PERMITS,
                Bodies.permit(
                    Bodies.identityCode(informedPerson()), "SOCIAL_TO_HEALTH", "GIVEN", targets));

    answer.is(400, "REQUEST_INVALID");
    assertThat(answer.text("/violations/0/pointer")).isEqualTo("/targets/0/recordedTo");
  }

  @Test
  void aWithdrawnPermitCoversNothing() {
    String client = Bodies.identityCode(informedPerson());
    Answer given =
        provider()
            .create(
                PERMITS, Bodies.permit(client, "SOCIAL_TO_HEALTH", "GIVEN", Bodies.HEALTH_TARGETS));

    Answer withdrawn =
        provider(SOUTH).change(withdrawal(given), 1, Bodies.ONLY_RECORDER).inForce(200, 2);

    assertThat(withdrawn.id()).isEqualTo(given.id());
    assertThat(withdrawn.text("/state")).isEqualTo("WITHDRAWN");
    assertThat(withdrawn.body().path("targets").isEmpty()).isTrue();
    assertThat(withdrawn.text("/givenAt")).isEqualTo(given.text("/givenAt"));
    provider().change(withdrawal(given), 2, Bodies.ONLY_RECORDER).is(409, "PERMIT_NOT_GIVEN");
  }

  @Test
  void aRefusedPermitIsNotThereToWithdraw() {
    Answer refused = provider().create(PERMITS, Bodies.socialCare(informedPerson(), "REFUSED"));

    provider().change(withdrawal(refused), 1, Bodies.ONLY_RECORDER).is(409, "PERMIT_NOT_GIVEN");
  }

  @Test
  void aStaleOrMissingVersionChangesNothing() {
    String person = informedPerson();
    Answer given = provider().create(PERMITS, Bodies.socialCare(person, "GIVEN"));
    provider().create(PERMITS, Bodies.socialCare(person, "GIVEN")).inForce(201, 2);

    provider().change(withdrawal(given), 1, Bodies.ONLY_RECORDER).is(412, "VERSION_CONFLICT");
    provider().search(withdrawal(given), Bodies.ONLY_RECORDER).is(428, "PRECONDITION_REQUIRED");
    citizen(person)
        .search("/v1/my" + withdrawal(given).substring(3), null)
        .is(428, "PRECONDITION_REQUIRED");

    assertThat(citizen(person).get("/v1/my/permits").text("/items/0/state")).isEqualTo("GIVEN");
  }

  @Test
  void theCitizenGivesAndWithdrawsWithoutARecorder() {
    String person = informedPerson();
    Answer given =
        citizen(person)
            .create("/v1/my/permits", Bodies.myPermit("SOCIAL_CARE", "GIVEN"))
            .inForce(201, 1);
    Answer withdrawn =
        citizen(person)
            .change("/v1/my/permits/" + given.id() + "/withdrawal", 1, null)
            .inForce(200, 2);

    assertThat(withdrawn.text("/channel")).isEqualTo("CITIZEN");
    assertThat(
            rows(
                "select channel, organisation, professional_name from permit_version where id = '%s'"
                    .formatted(given.id())))
        .allMatch(row -> row.get(0).equals("CITIZEN") && row.get(1) == null && row.get(2) == null)
        .hasSize(2);
  }

  @Test
  void providerAndCitizenActOnTheSamePermit() {
    String person = informedPerson();
    Answer given = provider().create(PERMITS, Bodies.socialCare(person, "GIVEN"));

    assertThat(citizen(person).get("/v1/my/permits").text("/items/0/id")).isEqualTo(given.id());
    citizen(person).change("/v1/my/permits/" + given.id() + "/withdrawal", 1, null).inForce(200, 2);
    Answer again = provider().create(PERMITS, Bodies.socialCare(person, "GIVEN")).inForce(201, 3);

    assertThat(again.id()).isEqualTo(given.id());
    provider().change(withdrawal(given), 3, Bodies.ONLY_RECORDER).inForce(200, 4);
  }

  @Test
  void anotherCitizensPermitIsNotFound() {
    Answer given = provider().create(PERMITS, Bodies.socialCare(informedPerson(), "GIVEN"));
    Api other = citizen(informedPerson());

    Answer theirs =
        other.change("/v1/my/permits/" + given.id() + "/withdrawal", 1, null).is(404, "NOT_FOUND");
    Answer nobodys =
        other
            .change("/v1/my/permits/" + UUID.randomUUID() + "/withdrawal", 1, null)
            .is(404, "NOT_FOUND");
    other.get("/v1/my/permits/" + given.id() + "/effect?version=1").is(404, "NOT_FOUND");

    assertThat(theirs.text("/detail")).isEqualTo(nobodys.text("/detail"));
    assertThat(rows("select state from permit where id = '%s'".formatted(given.id())))
        .containsExactly(List.of("GIVEN"));
  }

  @Test
  void aPersonNobodyKnowsHasAnEmptyList() {
    Answer found = provider().search("/v1/permits/searches", Bodies.searchFor(person())).is(200);

    assertThat(found.body().path("items")).isEmpty();
  }

  @Test
  void whatIsNotThereIsNotFound() {
    String path = PERMITS + "/" + UUID.randomUUID();

    provider().change(path + "/withdrawal", 1, Bodies.ONLY_RECORDER).is(404, "NOT_FOUND");
    provider().get(path + "/effect?version=1").is(404, "NOT_FOUND");
  }

  private static String withdrawal(Answer permit) {
    return PERMITS + "/" + permit.id() + "/withdrawal";
  }
}
