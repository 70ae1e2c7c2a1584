package fi.lupa.consent.prohibition;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.consent.Answer;
import fi.lupa.consent.Api;
import fi.lupa.consent.Bodies;
import fi.lupa.consent.ServiceUnderTest;
import fi.lupa.platform.client.OpaqueOids.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProhibitionIT extends ServiceUnderTest {
  private static final String PROHIBITIONS = "/v1/prohibitions";
  private static final String MINE = "/v1/my/prohibitions";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"CONTROLLER\",\"controller\":\"1.2.246.10.91000005.10.0\"}",
        "{\"type\":\"SERVICE_TASK\",\"serviceTask\":\"FAMILY_LAW\"}",
        "{\"type\":\"DOCUMENT\",\"document\":\"1.2.246.10.91000005.14.2026.1\"}"
      })
  void whatMayBeProhibited(String target) {
    String person = informedPerson();

    Answer set =
        provider()
            .create(PROHIBITIONS, Bodies.prohibition(Bodies.identityCode(person), target))
            .inForce(201, 1);

    assertThat(set.text("/state")).isEqualTo("SET");
    assertThat(set.text("/channel")).isEqualTo("PROVIDER");
    assertThat(set.body().has("cancelledAt")).isFalse();
    assertThat(set.body().path("target").toString()).isEqualTo(target);
    assertThat(citizen(person).get(MINE).body().at("/items/0/target/type"))
        .isEqualTo(set.body().at("/target/type"));
  }

  @Test
  void aCitizenNamesADocumentByTheOwnReferenceAndNeverReadsAnOid() {
    String person = informedPerson();
    String oid = "1.2.246.10.91000005.14.2026.77";
    String reference = reference(person, Kind.DOCUMENT, oid);
    Api me = citizen(person);

    Answer set = me.create(MINE, Bodies.myProhibition(Bodies.document(reference))).inForce(201, 1);
    me.create(MINE, Bodies.myProhibition(controllerOf(person, SOUTH))).inForce(201, 1);

    assertThat(set.text("/target/document")).isEqualTo(reference);
    assertThat(rows("select document from prohibition where id = '%s'".formatted(set.id())))
        .containsExactly(List.of(oid));
    Answer cancelled = me.change(MINE + "/" + set.id() + "/cancellation", 1, null).inForce(200, 2);
    Answer list = me.get(MINE).is(200);
    assertThat(list.body().findValuesAsString("document")).containsExactly(reference);
    assertThat(list.body().findValuesAsString("controller"))
        .containsExactly(reference(person, Kind.ORGANISATION, SOUTH));
    Answer versions = me.get(MINE + "/" + set.id() + "/versions").is(200);
    for (Answer told : List.of(set, cancelled, list, versions)) {
      assertThat(told.body().toString()).contains(reference).doesNotContain("1.2.246");
    }
    Answer provider = provider().search(PROHIBITIONS + "/searches", Bodies.searchFor(person));
    assertThat(provider.body().findValuesAsString("document")).containsExactly(oid);
    assertThat(provider.body().findValuesAsString("controller")).containsExactly(SOUTH);
  }

  @Test
  void aReferenceOfSomebodyElseOrOfAnotherKindIsNotFound() {
    String person = informedPerson();
    String other = informedPerson();
    String oid = "1.2.246.10.91000005.14.2026.78";

    for (String reference :
        List.of(
            reference(other, Kind.DOCUMENT, oid),
            reference(person, Kind.ORGANISATION, oid),
            reference(person, Kind.DOCUMENT, oid).substring(1),
            "abc")) {
      citizen(person)
          .create(MINE, Bodies.myProhibition(Bodies.document(reference)))
          .is(404, "NOT_FOUND");
    }
    citizen(person).create(MINE, Bodies.myProhibition(documentOf(person, oid))).inForce(201, 1);
    citizen(person)
        .create(MINE, Bodies.myProhibition(documentOf(person, oid)))
        .is(409, "PROHIBITION_EXISTS");
  }

  @ParameterizedTest
  @CsvSource({
    "SERVICE_UNIT, CANNOT_PROHIBIT_UNIT",
    "RECIPIENT, CANNOT_PROHIBIT_RECIPIENT",
    "PROFESSIONAL, CANNOT_PROHIBIT_PROFESSIONAL",
    "SOCIAL_SERVICE, CANNOT_PROHIBIT_SOCIAL_SERVICE",
    "PERIOD, CANNOT_PROHIBIT_PERIOD",
    "PRODUCER, CANNOT_PROHIBIT_PRODUCER"
  })
  void whatTheLawDoesNotKnowIsRefusedWithItsReason(String kind, String code) {
    String person = informedPerson();
    String target = "{\"type\":\"%s\"}".formatted(kind);
    Answer provider =
        provider()
            .create(PROHIBITIONS, Bodies.prohibition(Bodies.identityCode(person), target))
            .is(422, code);
    citizen(person).create(MINE, Bodies.myProhibition(target)).is(422, code);

    assertThat(provider.text("/detail")).contains("ielto");
    assertThat(citizen(person).get(MINE).body().path("items")).isEmpty();
    String named = "{\"type\":\"%s\",\"controller\":\"abc\"}".formatted(kind);
    citizen(person).create(MINE, Bodies.myProhibition(named)).is(400, "REQUEST_INVALID");
  }

  @Test
  void aProfessionalRecordsWhatAGuardianProhibits() {
    String person = informedPerson();
    String by =
        """
        "representative":{"role":"GUARDIAN_OF_MINOR","person":{"identityCode":"%s"}}}\
        """
            .formatted(person());
    String body = Bodies.prohibition(Bodies.identityCode(person), Bodies.task("FAMILIES"));
    Answer set =
        provider()
            .create(PROHIBITIONS, body.substring(0, body.length() - 1) + "," + by)
            .inForce(201, 1);
    String cancel = "{\"recorder\":" + Bodies.RECORDER + ",\"representative\":{\"role\":\"%s\"}}";
    provider()
        .change(PROHIBITIONS + "/" + set.id() + "/cancellation", 1, cancel.formatted("PARENT"))
        .is(400, "REQUEST_INVALID");
    provider()
        .change(
            PROHIBITIONS + "/" + set.id() + "/cancellation", 1, cancel.formatted("LEGAL_GUARDIAN"))
        .inForce(200, 2);

    assertThat(
            rows(
                "select representative_role, representative_ref is null from prohibition_version where id = '%s' order by version"
                    .formatted(set.id())))
        .containsExactly(List.of("GUARDIAN_OF_MINOR", "f"), List.of("LEGAL_GUARDIAN", "t"));
  }

  @Test
  void theSameOneIsInForceOnlyOnce() {
    String person = informedPerson();
    String client = Bodies.identityCode(person);
    provider()
        .create(PROHIBITIONS, Bodies.prohibition(client, Bodies.task("DISABILITY")))
        .inForce(201, 1);

    provider(SOUTH)
        .create(PROHIBITIONS, Bodies.prohibition(client, Bodies.task("DISABILITY")))
        .is(409, "PROHIBITION_EXISTS");
    citizen(person)
        .create(MINE, Bodies.myProhibition(Bodies.task("DISABILITY")))
        .is(409, "PROHIBITION_EXISTS");
    citizen(person).create(MINE, Bodies.myProhibition(Bodies.task("FAMILIES"))).inForce(201, 1);
    citizen(informedPerson())
        .create(MINE, Bodies.myProhibition(Bodies.task("DISABILITY")))
        .inForce(201, 1);
  }

  @Test
  void aCancelledOneCanBeSetAgainAsANewOne() {
    String person = informedPerson();
    String body = Bodies.myProhibition(controllerOf(person, NORTH));
    Answer set = citizen(person).create(MINE, body).inForce(201, 1);

    Answer cancelled =
        citizen(person).change(MINE + "/" + set.id() + "/cancellation", 1, null).inForce(200, 2);
    Answer again = citizen(person).create(MINE, body).inForce(201, 1);

    assertThat(cancelled.text("/state")).isEqualTo("CANCELLED");
    assertThat(cancelled.text("/setAt")).isEqualTo(set.text("/setAt"));
    assertThat(cancelled.text("/cancelledAt")).isNotNull();
    assertThat(again.id()).isNotEqualTo(set.id());
    assertThat(
            rows(
                "select version, state, channel from prohibition_version where id = '%s' order by 1"
                    .formatted(set.id())))
        .containsExactly(List.of("1", "SET", "CITIZEN"), List.of("2", "CANCELLED", "CITIZEN"));
  }

  @Test
  void aCancelledOneIsNotCancelledAgain() {
    Answer set = setAnyone();
    String path = PROHIBITIONS + "/" + set.id() + "/cancellation";
    provider(SOUTH).change(path, 1, Bodies.ONLY_RECORDER).inForce(200, 2);

    provider().change(path, 2, Bodies.ONLY_RECORDER).is(409, "PROHIBITION_ALREADY_CANCELLED");
    provider().change(path, 1, Bodies.ONLY_RECORDER).is(412, "VERSION_CONFLICT");
    provider().search(path, Bodies.ONLY_RECORDER).is(428, "PRECONDITION_REQUIRED");
  }

  @Test
  void withoutInformingThereIsNoProhibition() {
    String person = person();

    provider()
        .create(
            PROHIBITIONS, Bodies.prohibition(Bodies.identityCode(person), Bodies.task("FAMILIES")))
        .is(409, "NOT_INFORMED");
    citizen(person)
        .create(MINE, Bodies.myProhibition(Bodies.task("FAMILIES")))
        .is(409, "NOT_INFORMED");
  }

  @Test
  void aClientWithOnlyATemporaryIdentifierHasNoProhibition() {
    provider()
        .create(
            PROHIBITIONS,
            Bodies.prohibition(
                Bodies.temporaryId("1.2.246.10.91000005.22.2026.3"), Bodies.task("FAMILIES")))
        .is(409, "TEMPORARY_ID_NO_PERMIT");
  }

  @Test
  void anotherCitizensProhibitionIsNotFound() {
    Answer set = setAnyone();
    Api other = citizen(informedPerson());

    other.change(MINE + "/" + set.id() + "/cancellation", 1, null).is(404, "NOT_FOUND");
    other.change(MINE + "/" + UUID.randomUUID() + "/cancellation", 1, null).is(404, "NOT_FOUND");
    other.get(MINE + "/" + set.id() + "/effect?version=1").is(404, "NOT_FOUND");
    assertThat(other.get(MINE).body().path("items")).isEmpty();
    assertThat(rows("select state from prohibition where id = '%s'".formatted(set.id())))
        .containsExactly(List.of("SET"));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    String path = PROHIBITIONS + "/" + UUID.randomUUID();

    provider().change(path + "/cancellation", 1, Bodies.ONLY_RECORDER).is(404, "NOT_FOUND");
    provider().get(path + "/effect?version=1").is(404, "NOT_FOUND");
  }

  @Test
  void theListIsPagedNewestFirstAndWhole() {
    String person = informedPerson();
    List<String> newestFirst = new ArrayList<>();
    for (int i = 1; i <= 7; i++) {
      String body = Bodies.myProhibition(documentOf(person, "1.2.246.10.91000005.14.2026." + i));
      newestFirst.add(citizen(person).create(MINE, body).inForce(201, 1).id());
    }
    Collections.reverse(newestFirst);

    assertThat(pagesOfCitizen(person, 3)).isEqualTo(newestFirst);
    assertThat(pagesOfCitizen(person, 7)).isEqualTo(newestFirst);
    assertThat(pagesOfProvider(person, 2)).isEqualTo(newestFirst);
    assertThat(pagesOfProvider(person(), 2)).isEmpty();
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    Answer answer =
        citizen(person()).get(MINE + "?cursor=bm90LWEtdXVpZA").is(400, "REQUEST_INVALID");

    assertThat(answer.text("/violations/0/pointer")).isEqualTo("/cursor");
    citizen(person()).get(MINE + "?cursor=%25%25").is(400, "REQUEST_INVALID");
    citizen(person()).get(MINE + "?limit=0").is(400, "REQUEST_INVALID");
    citizen(person()).get(MINE + "?limit=201").is(400, "REQUEST_INVALID");
    citizen(person()).get(MINE + "?limit=ten").is(400, "REQUEST_INVALID");
  }

  private List<String> pagesOfCitizen(String person, int limit) {
    List<String> ids = new ArrayList<>();
    String cursor = null;
    do {
      String more = cursor == null ? "" : "&cursor=" + cursor;
      Answer page = citizen(person).get(MINE + "?limit=" + limit + more).is(200);
      page.body().path("items").forEach(item -> ids.add(item.path("id").asString()));
      cursor = page.text("/next");
    } while (cursor != null);
    return ids;
  }

  private List<String> pagesOfProvider(String person, int limit) {
    List<String> ids = new ArrayList<>();
    String cursor = null;
    do {
      String more = cursor == null ? "" : ",\"cursor\":\"" + cursor + "\"";
      String body =
          "{\"client\":%s,\"limit\":%d%s}".formatted(Bodies.identityCode(person), limit, more);
      Answer page = provider().search(PROHIBITIONS + "/searches", body).is(200);
      page.body().path("items").forEach(item -> ids.add(item.path("id").asString()));
      cursor = page.text("/next");
    } while (cursor != null);
    return ids;
  }

  private Answer setAnyone() {
    return provider()
        .create(
            PROHIBITIONS,
            Bodies.prohibition(Bodies.identityCode(informedPerson()), Bodies.task("FAMILIES")))
        .inForce(201, 1);
  }
}
