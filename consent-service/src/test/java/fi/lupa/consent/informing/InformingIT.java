package fi.lupa.consent.informing;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.consent.Answer;
import fi.lupa.consent.Bodies;
import fi.lupa.consent.ServiceUnderTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InformingIT extends ServiceUnderTest {
  private static final String INFORMINGS = "/v1/informings";
  private static final String MINE = "/v1/my/informing";

  @Test
  void aProviderRecordsThatAClientWasInformed() {
    String person = person();
    Instant before = Instant.now();

    Answer informing = provider().create(INFORMINGS, Bodies.informing(person)).inForce(201, 1);

    assertThat(informing.text("/textVersion")).isEqualTo("2024-1");
    assertThat(informing.text("/language")).isEqualTo("fi");
    assertThat(informing.text("/channel")).isEqualTo("PROVIDER");
    assertThat(Instant.parse(informing.text("/informedAt")))
        .isBetween(before.minusSeconds(1), Instant.now());
    assertThat(informing.body().has("effectUrl")).isFalse();
    assertThat(
            rows(
                "select organisation, unit, professional_id, professional_name, professional_role"
                    + " from informing_version where id = '%s'".formatted(informing.id())))
        .containsExactly(
            List.of(NORTH, Bodies.UNIT, Bodies.PROFESSIONAL_ID, Bodies.NAME, Bodies.ROLE));
  }

  @Test
  void aLaterInformingIsANewVersion() {
    String person = person();
    Answer first = provider().create(INFORMINGS, Bodies.informing(person)).inForce(201, 1);

    Answer second =
        citizen(person)
            .create(MINE, "{\"textVersion\":\"2026-1\",\"language\":\"sv\"}")
            .inForce(201, 2);

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(
            rows(
                "select version, text_version, language, channel, organisation"
                    + " from informing_version where id = '%s' order by 1".formatted(first.id())))
        .containsExactly(
            List.of("1", "2024-1", "fi", "PROVIDER", NORTH),
            java.util.Arrays.asList("2", "2026-1", "sv", "CITIZEN", null));
  }

  @Test
  void anInformingThatHappenedEarlierIsRecordedWithItsTime() {
    String client = Bodies.identityCode(person());
    Answer first =
        provider()
            .create(
                INFORMINGS,
                Bodies.informing(client, "\"informedAt\":\"2025-03-04T05:06:07+02:00\","))
            .inForce(201, 1);

    assertThat(first.text("/informedAt")).isEqualTo("2025-03-04T03:06:07Z");
    provider().create(INFORMINGS, Bodies.informing(client, "")).inForce(201, 2);
  }

  @Test
  void oneOlderThanTheNewestChangesNothing() {
    String person = person();
    provider().create(INFORMINGS, Bodies.informing(person)).inForce(201, 1);

    provider()
        .create(
            INFORMINGS,
            Bodies.informing(
                Bodies.identityCode(person), "\"informedAt\":\"2025-01-01T00:00:00Z\","))
        .is(409, "INFORMING_OUTDATED");

    assertThat(citizen(person).get(MINE).version()).isEqualTo(1);
  }

  @Test
  void informingDoesNotHappenInTheFutureOrLongAgo() {
    for (String time : List.of("2999-01-01T00:00:00Z", "1999-12-31T23:59:59Z")) {
      Answer answer =
          provider()
              .create(
                  INFORMINGS,
                  Bodies.informing(
                      Bodies.identityCode(person()), "\"informedAt\":\"" + time + "\","));

      answer.is(400, "REQUEST_INVALID");
      assertThat(answer.text("/violations/0/pointer")).isEqualTo("/informedAt");
      assertThat(answer.body().toString()).doesNotContain(time);
    }
  }

  @Test
  void aClientWithATemporaryIdentifierIsInformedToo() {
    provider()
        .create(
            INFORMINGS, Bodies.informing(Bodies.temporaryId("1.2.246.10.91000005.22.2026.77"), ""))
        .inForce(201, 1);
  }

  @Test
  void theCitizenReadsTheNewest() {
    String person = person();
    citizen(person).get(MINE).is(404, "NOT_FOUND");
    citizen(person).get(MINE + "/effect?version=1").is(404, "NOT_FOUND");
    Answer recorded =
        citizen(person)
            .create(MINE, "{\"textVersion\":\"2024-1\",\"language\":\"en\"}")
            .inForce(201, 1);

    Answer read = citizen(person).get(MINE).is(200);

    assertThat(read.id()).isEqualTo(recorded.id());
    assertThat(read.text("/channel")).isEqualTo("CITIZEN");
    assertThat(read.headers().getETag()).isEqualTo("\"1\"");
    assertThat(citizen(person()).get(MINE).status()).isEqualTo(404);
  }

  @Test
  void theEffectOfAVersionCanBeFollowed() {
    String person = person();
    Answer recorded = provider().create(INFORMINGS, Bodies.informing(person));
    String effect = INFORMINGS + "/" + recorded.id() + "/effect?version=";

    assertThat(provider().get(effect + 1).is(200).body().path("effective").asBoolean()).isTrue();
    assertThat(citizen(person).get(MINE + "/effect?version=1").is(200).id())
        .isEqualTo(recorded.id());
    provider().get(effect + 2).is(404, "NOT_FOUND");
    provider().get(INFORMINGS + "/" + UUID.randomUUID() + "/effect?version=1").is(404, "NOT_FOUND");
  }

  @Test
  void aTextThatIsNotThereOrWasNotInForceYetTellsNobodyAnything() {
    String person = person();
    String client = Bodies.identityCode(person);
    String unknown = Bodies.informing(person).replace("2024-1", "2025-7");
    String early =
        Bodies.informing(client, "\"informedAt\":\"2025-12-31T21:59:59Z\",")
            .replace("2024-1", "2026-1");

    provider().create(INFORMINGS, unknown).is(409, "INFORMATION_TEXT_UNKNOWN");
    provider().create(INFORMINGS, early).is(409, "INFORMATION_TEXT_UNKNOWN");
    citizen(person)
        .create(MINE, "{\"textVersion\":\"2025-7\",\"language\":\"fi\"}")
        .is(409, "INFORMATION_TEXT_UNKNOWN");

    citizen(person).get(MINE).is(404, "NOT_FOUND");
    provider().create(INFORMINGS, early.replace("T21:59:59Z", "T22:00:00Z")).inForce(201, 1);
  }

  @Test
  void anotherTextInForceMakesANewInformingDue() {
    String person = person();
    Answer never = provider().search(INFORMINGS + "/searches", Bodies.searchFor(person)).is(200);
    assertThat(never.body().path("due").asBoolean()).isTrue();
    assertThat(never.body().has("informing")).isFalse();

    Answer old = provider().create(INFORMINGS, Bodies.informing(person)).inForce(201, 1);
    assertThat(citizen(person).get(MINE).body().path("due").asBoolean()).isTrue();
    Answer found = provider(SOUTH).search(INFORMINGS + "/searches", Bodies.searchFor(person));
    assertThat(found.is(200).body().path("due").asBoolean()).isTrue();
    assertThat(found.text("/informing/id")).isEqualTo(old.id());

    String inForce = found.text("/textVersion");
    citizen(person)
        .create(MINE, "{\"textVersion\":\"%s\",\"language\":\"sv\"}".formatted(inForce))
        .inForce(201, 2);
    assertThat(citizen(person).get(MINE).is(200).body().path("due").asBoolean()).isFalse();
    assertThat(
            provider()
                .search(INFORMINGS + "/searches", Bodies.searchFor(person))
                .body()
                .path("due")
                .asBoolean())
        .isFalse();
  }

  @Test
  void theTextsCanBeRead() {
    Answer all = provider().get("/v1/information-texts").is(200);
    Answer mine = citizen(person()).get("/v1/my/information-text").is(200);

    assertThat(all.body().path("items").findValuesAsString("version")).contains("2024-1", "2026-1");
    assertThat(all.body().path("items"))
        .anyMatch(text -> text.equals(mine.body()))
        .allMatch(text -> text.at("/text/sv").asString().lines().count() > 1);
  }
}
