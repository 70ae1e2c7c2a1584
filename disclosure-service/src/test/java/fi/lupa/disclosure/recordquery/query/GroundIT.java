package fi.lupa.disclosure.recordquery.query;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.Topics;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import fi.lupa.disclosure.support.Topic;
import fi.lupa.testkit.Backends;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Statutory grounds as callers meet them: what must be stated, what comes of it, and what goes on
 * record and into the log. The client has given no permit and prohibits everything.
 */
class GroundIT extends DisclosureIT {
  private static final String WHY = "Puhelinsoitto naapurilta, lapsi yksin kotona";

  private static final Topic TOPIC = new Topic(Backends.kafka(), Topics.DISCLOSURE);

  private final Client client = Client.person();
  private String document;
  private String old;

  @BeforeEach
  void aClientWhoProhibits() {
    document = calls.stored(NORTH, Calls.metadata(client, NORTH));
    old =
        calls.stored(
            NORTH,
            Calls.metadata(client, NORTH)
                .put("old", true)
                .put("recordedAt", "2012-03-10T09:00:00Z"));
    calls.given(Given.prohibition(client.ref(), "CONTROLLER", "controller", NORTH));
    // the requester has a client relationship of its own
    calls.given(Given.right(client.ref(), SOUTH, PRODUCER));
  }

  private ObjectNode query(Oid who, String ground) {
    ObjectNode query = Calls.disclosure(client, who).put("ground", ground);
    return query.put("necessity", "CONFIRMED");
  }

  private ObjectNode authority() {
    ObjectNode query = query(SOUTH, "STATUTORY_AUTHORITY");
    query.set("wideSearch", Given.object("reasonCode", "NEED_ASSESSMENT", "explanation", WHY));
    return query;
  }

  private ObjectNode protection(Oid who) {
    ObjectNode query = query(who, "PROTECTION");
    query.set(
        "protection",
        Given.object(
            "reason",
            "CHILDS_INTEREST",
            "permit",
            "PROHIBITED",
            "immediateCare",
            false,
            "explanation",
            WHY));
    return query;
  }

  private ObjectNode incapacity() {
    ObjectNode query = query(SOUTH, "INCAPACITY");
    query.set("incapacity", Given.object("reason", "MEMORY_ILLNESS", "representative", "NONE"));
    return query;
  }

  private static JsonNode event(Answer answer) {
    return TOPIC.about(answer.queryId()).getFirst().data();
  }

  @Test
  void anAuthoritySearchesWidelyAndTellsWhy() {
    Answer answer = calls.query(SOUTH, authority());

    assertThat(answer.documents()).as(answer.body().toString()).containsExactly(document, old);
    assertThat(answer.body().at("/decision/ground").asString()).isEqualTo("STATUTORY_AUTHORITY");
    assertThat(answer.body().at("/decision/legalReferences"))
        .extracting(JsonNode::asString)
        .containsExactly("ACT_703_2023_S55_2_AUTHORITY", "ACT_703_2023_S57");
    JsonNode explanation = calls.explanation(SOUTH, answer.queryId()).body();
    assertThat(explanation.at("/request/wideSearch/explanation").asString()).isEqualTo(WHY);
    assertThat(explanation.has("breakGlass")).isFalse();
    JsonNode event = event(answer);
    assertThat(event.path("wideSearchReason").asString()).isEqualTo("NEED_ASSESSMENT");
    assertThat(event.path("breakGlass").asBoolean(false)).isFalse();
    assertThat(event.toString()).doesNotContain("naapuri");
  }

  @Test
  void protectionIsLoudOnRecordAndInTheLog() {
    Answer answer = calls.query(SOUTH, protection(SOUTH));

    assertThat(answer.documents()).as(answer.body().toString()).containsExactly(document, old);
    JsonNode whole = calls.explanation(NORTH, answer.queryId(), "log.supervise").body();
    assertThat(whole.path("breakGlass").asBoolean()).isTrue();
    assertThat(whole.at("/request/protection/explanation").asString()).isEqualTo(WHY);
    assertThat(whole.path("given")).hasSize(2);
    assertThat(event(answer).path("breakGlass").asBoolean()).isTrue();
    assertThat(event(answer).toString()).doesNotContain("naapuri");
    assertThat(
            sql()
                .column(
                    "select id from access_record where break_glass and client_ref = '"
                        + client.ref()
                        + "'"))
        .containsExactly(answer.queryId());
  }

  @Test
  void anAttemptIsAsLoud() {
    Answer answer = calls.query(PRODUCER, protection(PRODUCER));
    // a producer with a right from a public organiser acts for it; its other unit doesn't
    assertThat(answer.status()).isEqualTo(200);
    ObjectNode elsewhere = protection(PRODUCER);
    elsewhere.set("requester", Calls.requester(Oids.unit(PRODUCER, 2)));

    Answer denied = calls.query(PRODUCER, elsewhere);

    assertThat(denied.code()).isEqualTo("STATUTORY_GROUND_INVALID");
    assertThat(event(denied).path("breakGlass").asBoolean()).isTrue();
    assertThat(calls.explanation(PRODUCER, denied.queryId()).body().path("breakGlass").asBoolean())
        .isTrue();
  }

  @Test
  void whoCannotJudgeAPermitIsNotLeftWithoutCare() {
    Answer answer = calls.query(SOUTH, incapacity());
    assertThat(answer.documents()).as(answer.body().toString()).containsExactly(document, old);
    assertThat(answer.body().at("/decision/ground").asString()).isEqualTo("INCAPACITY");
  }

  @ParameterizedTest
  @CsvSource({
    "STATUTORY_AUTHORITY, wideSearch, WIDE_SEARCH_REASON_MISSING",
    "STATUTORY_AUTHORITY, necessity, NECESSITY_NOT_CONFIRMED",
    "INCAPACITY, incapacity, STATUTORY_GROUND_INVALID",
    "INCAPACITY, necessity, NECESSITY_NOT_CONFIRMED",
    "PROTECTION, protection, STATUTORY_GROUND_INVALID",
    "PROTECTION, necessity, NECESSITY_NOT_CONFIRMED"
  })
  void whatIsMissingDeniesAndIsOnRecord(String ground, String missing, String code) {
    ObjectNode query =
        Map.of(
                "STATUTORY_AUTHORITY",
                authority(),
                "INCAPACITY",
                incapacity(),
                "PROTECTION",
                protection(SOUTH))
            .get(ground);
    query.remove(missing);

    Answer answer = calls.query(SOUTH, query);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo(code);
    JsonNode explanation = calls.explanation(SOUTH, answer.queryId()).body();
    assertThat(explanation.path("ground").asString()).isEqualTo(ground);
    assertThat(explanation.path("reasonCode").asString()).isEqualTo(code);
    assertThat(event(answer).path("ground").asString()).isEqualTo(ground);
  }

  @Test
  void whatBelongsToAnotherGroundIsAMistake() {
    for (String part : List.of("wideSearch", "necessity", "incapacity", "protection")) {
      ObjectNode query = Calls.disclosure(client, SOUTH);
      ObjectNode whole =
          part.equals("wideSearch")
              ? authority()
              : part.equals("incapacity") ? incapacity() : protection(SOUTH);
      query.set(part, whole.path(part));
      Answer answer = calls.query(SOUTH, query);
      assertThat(answer.status()).as(part).isEqualTo(400);
      assertThat(answer.pointers()).containsExactly("/" + part);
    }
    ObjectNode own = Calls.own(client, NORTH).put("source", "HEALTH");
    assertThat(calls.query(NORTH, own).pointers()).containsExactly("/source");
  }

  @ParameterizedTest
  @CsvSource({
    "/wideSearch/reasonCode, CURIOSITY",
    "/wideSearch/explanation, lyhyt",
    "/wideSearch/explanation, '            blank'",
    "/wideSearch/reasonCode, a"
  })
  void reasonsAreFromTheCodeSetAndExplained(String pointer, String value) {
    ObjectNode query = authority();
    ((ObjectNode) query.path("wideSearch")).put(pointer.substring(12), value);
    Answer answer = calls.query(SOUTH, query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.pointers()).containsExactly(pointer);
  }

  @Test
  void anotherTaskIsToldInWords() {
    ObjectNode silent = authority();
    silent.set("relationship", Given.object("type", "OTHER_TASK"));
    assertThat(calls.query(SOUTH, silent).code()).isEqualTo("NO_CLIENT_RELATIONSHIP");

    ObjectNode told = authority();
    told.set("relationship", Given.object("type", "OTHER_TASK", "explanation", WHY));
    Answer answer = calls.query(SOUTH, told);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(event(answer).toString()).doesNotContain("naapuri");

    ObjectNode superfluous = authority();
    superfluous.set(
        "relationship", Given.object("type", "CLIENT_RELATIONSHIP", "explanation", WHY));
    assertThat(calls.query(SOUTH, superfluous).pointers())
        .containsExactly("/relationship/explanation");
  }
}
