package fi.lupa.disclosure.document.voiding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_XHTML_XML;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import fi.lupa.disclosure.support.Together;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Voiding keeps the history; the newest version that is left holds. */
class VoidingIT extends DisclosureIT {
  private final Client client = Client.person();

  private ObjectNode own() {
    return Calls.metadata(client, NORTH);
  }

  private ObjectNode under(Oid by) {
    return own().put("basis", "REGISTER_USAGE_RIGHT").put("unit", Oids.unit(by, 1).value());
  }

  /** Stores a document in so many versions; gives its OID. */
  private String stored(Oid by, ObjectNode metadata, int versions) {
    String oid = calls.stored(by, metadata);
    for (int base = 1; base < versions; base++) {
      Answer answer = newVersion(by, metadata, base);
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    }
    return oid;
  }

  private Answer newVersion(Oid by, ObjectNode metadata, int base) {
    ObjectNode next = metadata.deepCopy();
    next.put("baseVersion", metadata.path("documentOid").asString() + "." + base);
    return calls.store(
        by,
        Calls.upload(next, Calls.page("versio " + (base + 1)), APPLICATION_XHTML_XML),
        Calls.newKey());
  }

  private ObjectNode voiding(Oid by) {
    ObjectNode body = Calls.voiding(client, NORTH);
    return by.equals(NORTH)
        ? body
        : body.put("basis", "REGISTER_USAGE_RIGHT").put("unit", Oids.unit(by, 1).value());
  }

  private Answer voided(Oid by, String document, ObjectNode body) {
    return calls.voided(by, document, body, Calls.newKey());
  }

  private List<Integer> current() {
    return calls
        .query(NORTH, Calls.own(client, NORTH))
        .body()
        .path("documents")
        .valueStream()
        .map(found -> found.path("version").asInt())
        .toList();
  }

  private long records(String act) {
    return sql()
        .count(
            "select count(*) from access_record where act = '"
                + act
                + "' and client_ref = '"
                + client.ref()
                + "'");
  }

  @Test
  void theVersionBeforeHoldsAgain() {
    String document = stored(NORTH, own(), 3);
    Answer answer = voided(NORTH, document, voiding(NORTH).put("version", 3));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    assertThat(numbers(answer)).containsExactly(3);
    assertThat(answer.body().path("currentVersion").asInt()).isEqualTo(2);
    assertThat(current()).containsExactly(2);
    assertThat(
            sql()
                .column(
                    "select count(*) from document_content where document_oid = '"
                        + document
                        + "'"))
        .containsExactly("3");
  }

  @Test
  void anOlderVersionIsVoidedWithoutTouchingTheCurrent() {
    String document = stored(NORTH, own(), 3);
    assertThat(
            voided(NORTH, document, voiding(NORTH).put("version", 2))
                .body()
                .path("currentVersion")
                .asInt())
        .isEqualTo(3);
    assertThat(current()).containsExactly(3);
    assertThat(
            voided(NORTH, document, voiding(NORTH).put("version", 3))
                .body()
                .path("currentVersion")
                .asInt())
        .isEqualTo(1);
    assertThat(current()).containsExactly(1);
  }

  @Test
  void theWholeDocumentIsVoidedWhenNoVersionIsNamed() {
    ObjectNode metadata = own();
    String document = stored(NORTH, metadata, 3);
    voided(NORTH, document, voiding(NORTH).put("version", 2));
    Answer answer = voided(NORTH, document, voiding(NORTH));
    assertThat(numbers(answer)).containsExactly(1, 3);
    assertThat(answer.body().has("currentVersion")).isFalse();
    assertThat(current()).isEmpty();
    assertThat(newVersion(NORTH, metadata, 3).code()).isEqualTo("DOCUMENT_VOIDED");
    assertThat(voided(NORTH, document, voiding(NORTH)).code()).isEqualTo("DOCUMENT_VOIDED");
    assertThat(voided(NORTH, document, voiding(NORTH).put("version", 1)).status()).isEqualTo(409);
    assertThat(records("VOID")).isEqualTo(2);
  }

  private static List<Integer> numbers(Answer answer) {
    return answer.body().path("voidedVersions").valueStream().map(JsonNode::asInt).toList();
  }

  @Test
  void aNewVersionGoesOnFromWhatHoldsAndNumbersAreNeverGivenAgain() {
    ObjectNode metadata = own();
    String document = stored(NORTH, metadata, 2);
    voided(NORTH, document, voiding(NORTH).put("version", 2));
    assertThat(newVersion(NORTH, metadata, 2).code()).isEqualTo("DOCUMENT_VOIDED");
    ObjectNode next = metadata.deepCopy().put("language", "sv");
    assertThat(newVersion(NORTH, next, 1).body().path("version").asInt()).isEqualTo(3);
    assertThat(current()).containsExactly(3);
  }

  @Test
  void aRepetitionOfAVoidedVersionBringsItBackInNoForm() {
    ObjectNode metadata = own();
    String document = stored(NORTH, metadata, 1);
    Answer second = newVersion(NORTH, metadata, 1);
    voided(NORTH, document, voiding(NORTH).put("version", 2));
    Answer again = newVersion(NORTH, metadata, 1);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(second.body());
    assertThat(current()).containsExactly(1);
  }

  @Test
  void whatWasDecidedIsOnRecord() {
    String document = stored(NORTH, own(), 2);
    Answer answer = voided(NORTH, document, voiding(NORTH));
    JsonNode explanation = calls.explanation(NORTH, answer.text("voidingId")).body();
    assertThat(explanation.path("act").asString()).isEqualTo("VOID");
    assertThat(explanation.path("outcome").asString()).isEqualTo("PERMITTED");
    assertThat(explanation.path("given").valueStream().map(d -> d.path("version").asInt()))
        .containsExactly(1, 2);
    assertThat(explanation.at("/request/reason").asString()).isEqualTo("WRONG_CONTENT");
    assertThat(explanation.at("/request/documentOid").asString()).isEqualTo(document);
    assertThat(explanation.path("request").toString()).doesNotContain(client.text(), "Aho");
    assertThat(explanation.at("/requester/professional/name").asString()).isEqualTo("Aino Aho");
  }

  @Test
  void aProducerVoidsWhatItsChainStored() {
    Given.Fact right = Given.right(client.ref(), NORTH, PRODUCER);
    calls.given(right);
    String theirs = stored(PRODUCER, under(PRODUCER), 1);
    String another = stored(PRODUCER, under(PRODUCER), 1);
    String ours = stored(NORTH, own(), 1);
    Answer denied = voided(PRODUCER, ours, voiding(PRODUCER));
    assertThat(denied.status()).isEqualTo(403);
    assertThat(denied.code()).isEqualTo("PRODUCER_MISMATCH");
    assertThat(voided(PRODUCER, theirs, voiding(PRODUCER)).status()).isEqualTo(200);
    calls.given(right.version(2).ended("2026-11-21T09:00:00Z"));
    assertThat(voided(PRODUCER, another, voiding(PRODUCER)).code())
        .isEqualTo("REGISTER_RIGHT_ENDED");
    assertThat(voided(NORTH, another, voiding(NORTH)).status()).isEqualTo(200);
    assertThat(records("VOID")).isEqualTo(4);
  }

  @Test
  void aProducerMayNotVoidAVersionOfTheControllersWithItsOwn() {
    calls.given(Given.right(client.ref(), NORTH, PRODUCER));
    ObjectNode metadata = under(PRODUCER);
    String document = stored(PRODUCER, metadata, 1);
    ObjectNode corrected = own().put("documentOid", document);
    assertThat(newVersion(NORTH, corrected, 1).status()).isEqualTo(201);
    assertThat(voided(PRODUCER, document, voiding(PRODUCER)).code()).isEqualTo("PRODUCER_MISMATCH");
    assertThat(voided(PRODUCER, document, voiding(PRODUCER).put("version", 2)).code())
        .isEqualTo("PRODUCER_MISMATCH");
    assertThat(voided(PRODUCER, document, voiding(PRODUCER).put("version", 1)).status())
        .isEqualTo(200);
    assertThat(current()).containsExactly(2);
  }

  @Test
  void aRightForAnotherTaskOrOnlyToReadVoidsNothing() {
    Given.Fact right = Given.right(client.ref(), NORTH, PRODUCER);
    calls.given(right);
    String document = stored(PRODUCER, under(PRODUCER), 1);
    calls.given(right.version(2).with("powers", List.of("READ")));
    assertThat(voided(PRODUCER, document, voiding(PRODUCER)).code())
        .isEqualTo("REGISTER_RIGHT_NO_WRITE");
    calls.given(
        right.version(3).ended("2026-11-21T09:00:00Z"),
        Given.right(client.ref(), NORTH, PRODUCER).with("serviceTask", "DISABILITY"));
    assertThat(voided(PRODUCER, document, voiding(PRODUCER)).status()).isEqualTo(403);
    assertThat(current()).containsExactly(1);
  }

  @Test
  void aDocumentElsewhereIsNotThere() {
    String document = stored(NORTH, own(), 1);
    ObjectNode south =
        voiding(NORTH).put("controller", SOUTH.value()).put("unit", Oids.unit(SOUTH, 1).value());
    assertThat(voided(SOUTH, document, south).status()).isEqualTo(404);
    ObjectNode stranger = voiding(NORTH);
    stranger.set("client", Given.JSON.valueToTree(Client.person().json()));
    assertThat(voided(NORTH, document, stranger).status()).isEqualTo(404);
    assertThat(voided(NORTH, document, voiding(NORTH).put("version", 2)).status()).isEqualTo(404);
    assertThat(voided(NORTH, Oids.document().value(), voiding(NORTH)).status()).isEqualTo(404);
    assertThat(records("VOID")).isZero();
  }

  @Test
  void whoHasNoRightLearnsNothingOfWhatThereIs() {
    String document = stored(NORTH, own(), 1);
    Answer there = voided(PRODUCER, document, voiding(PRODUCER));
    Answer not = voided(PRODUCER, Oids.document().value(), voiding(PRODUCER));
    assertThat(there.status()).isEqualTo(403);
    assertThat(not.status()).isEqualTo(403);
    assertThat(there.code()).isEqualTo(not.code()).isEqualTo("NO_REGISTER_RIGHT");
  }

  @Test
  void theSameRequestTwiceVoidsOnce() {
    String document = stored(NORTH, own(), 1);
    String key = Calls.newKey();
    Answer first = calls.voided(NORTH, document, voiding(NORTH), key);
    Answer again = calls.voided(NORTH, document, voiding(NORTH), key);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(calls.voided(NORTH, document, voiding(NORTH).put("reason", "OTHER"), key).code())
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(calls.voided(NORTH, Oids.document().value(), voiding(NORTH), key).code())
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(records("VOID")).isEqualTo(1);
    Answer denied = calls.voided(PRODUCER, document, voiding(PRODUCER), key);
    assertThat(calls.voided(PRODUCER, document, voiding(PRODUCER), key).queryId())
        .isEqualTo(denied.queryId());
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "client       | {}              | /client",
        "basis        | \"DISCLOSURE\"  | /basis",
        "controller   | \"1.2.x\"       | /controller",
        "unit         | null            | /unit",
        "version      | 0               | /version",
        "version      | \"1\"           | /version",
        "reason       | \"BOREDOM\"     | /reason",
        "professional | {}              | /professional/id",
        "surplus      | 1               | /surplus"
      })
  void badInputIsPointedAt(String member, String json, String pointer) {
    ObjectNode body = voiding(NORTH);
    body.set(member, Given.JSON.readTree(json));
    Answer answer = voided(NORTH, Oids.document().value(), body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.pointers()).contains(pointer);
  }

  /** Whichever comes first: never a version that nobody voided and nobody can see. */
  @Test
  void voidingAndANewVersionAtOnceComeOneAfterTheOther() {
    for (int round = 0; round < 10; round++) {
      ObjectNode metadata = own();
      String document = stored(NORTH, metadata, 1);
      List<Answer> answers =
          Together.all(
              2,
              i ->
                  i == 0
                      ? voided(NORTH, document, voiding(NORTH))
                      : newVersion(NORTH, metadata, 1));
      assertThat(answers.getFirst().status()).isEqualTo(200);
      if (answers.getLast().status() == 201) {
        assertThat(numbers(answers.getFirst())).containsExactly(1, 2);
      } else {
        assertThat(answers.getLast().code()).isEqualTo("DOCUMENT_VOIDED");
        assertThat(numbers(answers.getFirst())).containsExactly(1);
      }
      assertThat(current()).isEmpty();
    }
  }

  @Test
  void voidingAVersionAndReplacingItAtOnceLeaveOneCurrentVersion() {
    for (int round = 0; round < 10; round++) {
      ObjectNode metadata = own();
      String document = stored(NORTH, metadata, 2);
      List<Answer> answers =
          Together.all(
              4,
              i ->
                  i % 2 == 0
                      ? voided(NORTH, document, voiding(NORTH).put("version", 2))
                      : newVersion(
                          NORTH, metadata.deepCopy().put("language", i == 1 ? "sv" : "en"), 2));
      assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
      assertThat(
              sql()
                  .column(
                      "select count(*) from document where current and document_oid = '"
                          + document
                          + "'"))
          .containsExactly("1");
    }
  }
}
