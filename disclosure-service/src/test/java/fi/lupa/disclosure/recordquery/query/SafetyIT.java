package fi.lupa.disclosure.recordquery.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.SafetyOf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Contact data of a client under non-disclosure for personal safety (turvakielto). */
class SafetyIT extends DisclosureIT {
  private static final String RELATIONSHIP = "1.2.246.10.90000011.6.1505.1.2026.11.22";
  private static final String CONTENT =
      """
      {"asiakkuusasiakirja": {"asiakas": {"sukunimi": "Aho", "etunimet": "Aino", "turvakielto": false,
        "kotikunta": {"kunta": {"system": "urn:oid:1.2.246.537.6.21", "code": "091", "display": "Helsinki"}},
        "yhteystiedot": {"osoite": [{"lahiosoite": "Salakatu 1", "postinumero": "00100"}],
          "puhelinnumero": "040 1"}}, "sosiaalihuollon_asiakkuus": {"asiakkuuden_alkamispvm": "2026-01-01"}}}
      """;
  private static final List<String> SECRETS =
      List.of("Salakatu", "00100", "Helsinki", "osoite\":[", "kotikunta");

  private final Client client = Client.person();

  private String relationship;

  @BeforeEach
  void aRelationshipIsStored() {
    relationship = stored(CONTENT);
  }

  private String stored(String content) {
    return storedAs(metadata(), content);
  }

  private ObjectNode metadata() {
    return Calls.metadata(client, NORTH)
        .put("documentType", "1505.1")
        .put("schemaOid", RELATIONSHIP);
  }

  private String storedAs(ObjectNode metadata, String content) {
    Answer answer =
        calls.store(
            NORTH,
            Calls.upload(metadata, content.getBytes(StandardCharsets.UTF_8), APPLICATION_JSON),
            Calls.newKey());
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return metadata.path("documentOid").asString();
  }

  private void isProtected() {
    new SafetyOf(sql(), client).protects(SOUTH, "2026-01-01", null);
  }

  private ObjectNode asked(String role) {
    ObjectNode query = Calls.own(client, NORTH).put("include", "CONTENT");
    ((ObjectNode) query.at("/requester/professional")).put("role", role);
    return query;
  }

  private static JsonNode only(Answer answer) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    assertThat(answer.documents()).hasSize(1);
    return answer.body().at("/documents/0");
  }

  @Test
  void areLeftOutOfTheAnswerAndOfItAlone() {
    isProtected();
    Answer answer = calls.query(NORTH, asked("WIDE_RESPONSIBILITY"));

    JsonNode document = only(answer);
    assertThat(document.path("contactData").asString()).isEqualTo("HIDDEN");
    String text = document.at("/content/text").asString();
    assertThat(SECRETS).noneMatch(text::contains);
    assertThat(text).contains("\"yhteystiedot\": {\"puhelinnumero\": \"040 1\"}", "Aho");
    assertThat(answer.outcome()).isEqualTo("PERMITTED");
    assertThat(document.path("contentBytes").asInt())
        .isEqualTo(CONTENT.getBytes(StandardCharsets.UTF_8).length);
    assertThat(
            sql()
                .column(
                    "select convert_from(bytes, 'UTF8') from document_content where document_oid = '"
                        + relationship
                        + "'"))
        .containsExactly(CONTENT);
  }

  @Test
  void areGivenToOneWhoseTaskNeedsThemAndTheRecordSaysBoth() {
    isProtected();
    Answer hidden = calls.query(NORTH, asked("WIDE_RESPONSIBILITY"));
    Answer given = calls.query(NORTH, asked("WIDE_RESPONSIBILITY").put("contactData", "NEEDED"));

    assertThat(only(given).at("/content/text").asString()).isEqualTo(CONTENT);
    assertThat(only(given).has("contactData")).isFalse();
    assertThat(lastRule(hidden))
        .isEqualTo(
            Given.object("rule", "CONTACT_DATA_NEEDED", "passed", false, "code", "SAFETY_MASKED"));
    assertThat(lastRule(given))
        .isEqualTo(Given.object("rule", "CONTACT_DATA_NEEDED", "passed", true));
    assertThat(
            calls.explanation(NORTH, given.queryId()).body().at("/request/contactData").asString())
        .isEqualTo("NEEDED");
  }

  private JsonNode lastRule(Answer answer) {
    List<JsonNode> rules =
        calls.explanation(NORTH, answer.queryId()).body().path("rules").valueStream().toList();
    ObjectNode last = (ObjectNode) rules.getLast();
    assertThat(last.path("facts")).as("whose document says it isn't told").isEmpty();
    last.remove(List.of("facts", "legalReferences"));
    return last;
  }

  @Test
  void areHiddenFromARoleWhoseTaskDoesntNeedThemHoweverItAsks() {
    isProtected();
    for (String role : List.of("ADMINISTRATION", "MANAGEMENT")) {
      Answer answer = calls.query(NORTH, asked(role).put("contactData", "NEEDED"));
      assertThat(only(answer).path("contactData").asString()).isEqualTo("HIDDEN");
    }
  }

  @Test
  void xhtmlThatCantBePartedIsntGiven() {
    isProtected();
    String page =
        calls.stored(NORTH, Calls.metadata(client, NORTH).put("documentType", "1506.11000"));
    ObjectNode query = asked("ADMINISTRATION");
    query.set("documentTypes", Given.JSON.valueToTree(List.of("1506.11000")));

    JsonNode document = only(calls.query(NORTH, query));

    assertThat(document.path("documentOid").asString()).isEqualTo(page);
    assertThat(document.has("content")).isFalse();
    assertThat(document.path("contactData").asString()).isEqualTo("HIDDEN");
  }

  @Test
  void areHiddenOnEveryBasisForEveryOrganisation() {
    isProtected();
    calls.given(
        Given.right(client.ref(), NORTH, PRODUCER),
        Given.informed(client.ref()),
        Given.permit(client.ref(), "SOCIAL_CARE"));
    for (var query :
        List.of(
            java.util.Map.entry(PRODUCER, Calls.use(client, PRODUCER, NORTH)),
            java.util.Map.entry(SOUTH, Calls.disclosure(client, SOUTH)))) {
      Oid by = query.getKey();
      Calls.as(query.getValue(), "ADMINISTRATION");
      String text = calls.query(by, query.getValue().put("include", "CONTENT")).body().toString();
      assertThat(text).contains(relationship);
      assertThat(SECRETS).noneMatch(text::contains);
    }
  }

  @Test
  void metadataSayNothingOfIt() {
    isProtected();
    Answer answer = calls.query(NORTH, Calls.own(client, NORTH));
    assertThat(only(answer).has("contactData")).isFalse();
    assertThat(calls.explanation(NORTH, answer.queryId()).body().toString())
        .doesNotContain("CONTACT_DATA");
  }

  @Test
  void anotherClientsProtectionHidesNothing() {
    new SafetyOf(sql(), Client.person()).protects(NORTH, "2026-01-01", null);
    assertThat(only(calls.query(NORTH, asked("ADMINISTRATION"))).at("/content/text").asString())
        .isEqualTo(CONTENT);
  }

  @Test
  void ofAnotherClientOfACommonMatterAreHiddenInItsDocumentsAlone() {
    Client other = Client.person();
    String common = storedOf(other);
    new SafetyOf(sql(), other).protects(SOUTH, "2026-01-01", null);

    Answer hidden = calls.query(NORTH, asked("ADMINISTRATION"));
    Answer given = calls.query(NORTH, asked("WIDE_RESPONSIBILITY").put("contactData", "NEEDED"));

    assertThat(text(hidden, relationship)).isEqualTo(CONTENT);
    assertThat(SECRETS).noneMatch(text(hidden, common)::contains);
    assertThat(text(given, common)).isEqualTo(CONTENT);
    assertThat(lastRule(hidden).path("code").asString()).isEqualTo("SAFETY_MASKED");
    assertThat(lastRule(given).path("passed").asBoolean()).isTrue();
    ObjectNode alone = metadata().put("documentOid", common).put("baseVersion", common + ".1");
    storedAs(alone, CONTENT);
    assertThat(SECRETS)
        .as("also in a later version that doesn't name the other")
        .noneMatch(text(calls.query(NORTH, asked("ADMINISTRATION")), common)::contains);
  }

  @Test
  void ofAnotherClientStayHiddenWhenThatOnesPartWasDestroyed() {
    Client other = Client.person();
    String common = storedOf(other);
    new SafetyOf(sql(), other).protects(SOUTH, "2026-01-01", null);
    String part = " where document_oid = '" + common + "' and client_ref = '" + other.ref() + "'";
    sql()
        .run(
            "insert into destroyed_document select document_oid, client_ref, controller, 1, '2026-01-01',"
                + " '{}', now() from document"
                + part);
    sql().run("delete from document_content" + part);
    sql().run("delete from document" + part);

    Answer hidden = calls.query(NORTH, asked("ADMINISTRATION"));

    assertThat(text(hidden, relationship)).isEqualTo(CONTENT);
    assertThat(SECRETS).noneMatch(text(hidden, common)::contains);
  }

  private String storedOf(Client other) {
    return storedAs(Calls.common(metadata(), "2026-01-01", client, other), CONTENT);
  }

  private static String text(Answer answer, String document) {
    return answer
        .body()
        .path("documents")
        .valueStream()
        .filter(one -> one.path("documentOid").asString().equals(document))
        .findFirst()
        .orElseThrow()
        .at("/content/text")
        .asString();
  }

  @Test
  void anUnknownNeedIsAMistake() {
    Answer answer = calls.query(NORTH, asked("ADMINISTRATION").put("contactData", "WANTED"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.pointers()).containsExactly("/contactData");
  }
}
