package fi.lupa.disclosure.recordquery.query;

import static fi.lupa.disclosure.support.Given.object;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.matter.MatterDocuments;
import fi.lupa.disclosure.matter.Storing;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A client relationship that is claimed must be one that the archive knows. */
class RelationshipIT extends DisclosureIT {
  private static final String RELATIONSHIP = "/asiakkuusasiakirja/sosiaalihuollon_asiakkuus";
  private static final String MATTER = "/asia_asiakirja/asian_tiedot";

  private final Client client = Client.person();

  @Test
  void aClaimAloneIsDeniedAndOnRecord() {
    Answer denied = claimed(client, NORTH);

    assertThat(denied.status()).isEqualTo(403);
    assertThat(denied.code()).isEqualTo("NO_CLIENT_RELATIONSHIP");
    assertThat(verified(denied, NORTH).path("passed").asBoolean()).isFalse();
    assertThat(verified(denied, NORTH).path("facts")).isEmpty();
  }

  @Test
  void anOpenRelationshipProvesItAndTheDecisionNamesTheDocument() {
    String document = storing(client, NORTH).relationship(MatterDocuments.relationship());

    Answer given = claimed(client, NORTH);

    assertThat(given.documents()).containsExactly(document);
    JsonNode fact = verified(given, NORTH).at("/facts/0");
    assertThat(fact.path("type").asString()).isEqualTo("CLIENT_RELATIONSHIP");
    assertThat(fact.path("id").asString()).isEqualTo(document);
    assertThat(fact.path("version").asInt()).isEqualTo(1);
    assertThat(claimed(client, SOUTH).code()).isEqualTo("NO_CLIENT_RELATIONSHIP");
  }

  @Test
  void itLastsThroughItsLastDay() {
    String document = storing(client, NORTH).relationship(ended("2026-11-22"));
    assertThat(claimed(client, NORTH).status()).isEqualTo(200);
    storing(client, NORTH).after(1, document, MatterDocuments.RELATIONSHIP, ended("2026-11-21"));
    assertThat(claimed(client, NORTH).code()).isEqualTo("NO_CLIENT_RELATIONSHIP");
  }

  @Test
  void oneFromBeforeTheArchiveDoesNotCount() {
    ObjectNode old = MatterDocuments.relationship();
    MatterDocuments.at(old, RELATIONSHIP).put("vanha_asiakkuus", true);
    storing(client, NORTH).relationship(old);
    assertThat(claimed(client, NORTH).code()).isEqualTo("NO_CLIENT_RELATIONSHIP");
  }

  @Test
  void aVoidedDocumentProvesNothingAndTheVersionBeforeItDoesAgain() {
    String document = storing(client, NORTH).relationship(MatterDocuments.relationship());
    storing(client, NORTH).after(1, document, MatterDocuments.RELATIONSHIP, ended("2026-01-31"));
    assertThat(claimed(client, NORTH).code()).isEqualTo("NO_CLIENT_RELATIONSHIP");
    voided(document, 2);
    assertThat(claimed(client, NORTH).status()).isEqualTo(200);
    voided(document, 1);
    assertThat(claimed(client, NORTH).code()).isEqualTo("NO_CLIENT_RELATIONSHIP");
  }

  @Test
  void anOpenMatterProvesItAndAClosedOneDoesNot() {
    storing(client, NORTH).matter(MatterDocuments.matter());
    assertThat(claimed(client, NORTH).code()).isEqualTo("NO_CLIENT_RELATIONSHIP");

    String document = storing(client, NORTH).matter(open());

    Answer given = claimed(client, NORTH);
    assertThat(given.status()).isEqualTo(200);
    assertThat(verified(given, NORTH).at("/facts/0/type").asString()).isEqualTo("MATTER");
    assertThat(verified(given, NORTH).at("/facts/0/id").asString()).isEqualTo(document);
  }

  @Test
  void whoHasLeftACommonMatterHasItNoLonger() {
    Client left = Client.person();
    storing(client, NORTH)
        .store(
            MatterDocuments.CASE,
            open(),
            metadata -> {
              metadata.remove("client");
              metadata.set(
                  "clients",
                  Given.JSON.valueToTree(
                      List.of(
                          Map.of("client", client.json(), "joined", "2026-01-01"),
                          Map.of(
                              "client",
                              left.json(),
                              "joined",
                              "2026-01-01",
                              "left",
                              "2026-11-21"))));
            });
    assertThat(claimed(client, NORTH).status()).isEqualTo(200);
    assertThat(claimed(left, NORTH).code()).isEqualTo("NO_CLIENT_RELATIONSHIP");
  }

  @Test
  void itIsThePersonsUnderWhicheverIdentifierItWasTold() {
    Client former = Client.temporary();
    storing(former, NORTH).relationship(MatterDocuments.relationship());
    assertThat(claimed(client, NORTH).code()).isEqualTo("NO_CLIENT_RELATIONSHIP");

    Given.Fact link = Given.link(client.ref(), former.ref());
    calls.given(link);
    assertThat(claimed(client, NORTH).status()).isEqualTo(200);
    assertThat(claimed(former, NORTH).status()).isEqualTo(200);

    calls.given(link.version(2).cancelled());
    assertThat(claimed(client, NORTH).code()).isEqualTo("NO_CLIENT_RELATIONSHIP");
    assertThat(claimed(former, NORTH).status()).isEqualTo(200);
  }

  @Test
  void aRightInForceProvesItToWhoGaveItAndToWhoHoldsIt() {
    calls.stored(SOUTH, Calls.metadata(client, SOUTH));
    calls.given(Given.informed(client.ref()), Given.permit(client.ref(), "SOCIAL_CARE"));
    assertThat(disclosed(PRODUCER).code()).isEqualTo("NO_CLIENT_RELATIONSHIP");
    Given.Fact right = Given.right(client.ref(), NORTH, PRODUCER);

    calls.given(right);

    assertThat(claimed(client, NORTH).status()).isEqualTo(200);
    Answer given = disclosed(PRODUCER);
    assertThat(given.documents()).hasSize(1);
    assertThat(verified(given, PRODUCER).at("/facts/0/type").asString()).isEqualTo("USAGE_RIGHT");
    assertThat(verified(given, PRODUCER).at("/facts/0/id").asString()).isEqualTo(right.id());

    calls.given(right.version(2).ended("2026-11-22T09:00:00Z"));
    assertThat(claimed(client, NORTH).code()).isEqualTo("NO_CLIENT_RELATIONSHIP");
    assertThat(disclosed(PRODUCER).code()).isEqualTo("NO_CLIENT_RELATIONSHIP");
  }

  @Test
  void anotherTaskStandsByItsExplanationWhichStaysOnRecord() {
    ObjectNode query = Calls.own(client, NORTH);
    query.set("relationship", object("type", "OTHER_TASK"));
    assertThat(calls.query(NORTH, query).code()).isEqualTo("NO_CLIENT_RELATIONSHIP");
    query.set(
        "relationship",
        object("type", "OTHER_TASK", "explanation", "Ostopalvelun valvonta, tapaus 12"));

    Answer given = calls.query(NORTH, query);

    assertThat(given.status()).isEqualTo(200);
    assertThat(
            calls
                .explanation(NORTH, given.queryId())
                .body()
                .at("/request/relationship/explanation")
                .asString())
        .isEqualTo("Ostopalvelun valvonta, tapaus 12");
  }

  @Test
  void aCareRelationshipIsNamedByTheSystemThatHasVerifiedIt() {
    calls.given(
        Given.informed(client.ref()),
        Given.permit(
            client.ref(),
            "SOCIAL_TO_HEALTH",
            Map.of(
                "recipient",
                Map.of("type", "PUBLIC_HEALTH_CARE"),
                "serviceTasks",
                List.of("OLDER_PEOPLE"))));
    ObjectNode query = Calls.disclosure(client, HOSPITAL);
    query.set("relationship", object("type", "CARE_RELATIONSHIP"));
    assertThat(calls.query(HOSPITAL, query).code()).isEqualTo("NO_CARE_RELATIONSHIP");
    query.set("relationship", object("type", "CARE_RELATIONSHIP", "id", "visit-2026-117"));

    Answer given = calls.query(HOSPITAL, query);

    assertThat(given.status()).isEqualTo(200);
    assertThat(rule(given, HOSPITAL, "CARE_RELATIONSHIP_STATED").path("passed").asBoolean())
        .isTrue();
  }

  @Test
  void aSummaryNeedsItAsAQueryDoes() {
    ObjectNode asked = claim(client, NORTH);
    assertThat(summary(asked).code()).isEqualTo("NO_CLIENT_RELATIONSHIP");
    storing(client, NORTH).relationship(MatterDocuments.relationship());
    assertThat(summary(asked).status()).isEqualTo(200);
  }

  private Answer summary(ObjectNode asked) {
    return calls.send(
        HttpMethod.POST, "/v1/client-summaries", Calls.token(NORTH, "records.query"), asked);
  }

  private static ObjectNode claim(Client of, Oid organisation) {
    ObjectNode query = Calls.own(of, organisation);
    query.set("relationship", object("type", "CLIENT_RELATIONSHIP"));
    return query;
  }

  private Answer claimed(Client of, Oid organisation) {
    return calls.query(organisation, claim(of, organisation));
  }

  private Answer disclosed(Oid organisation) {
    ObjectNode query = Calls.disclosure(client, organisation);
    query.set("relationship", object("type", "CLIENT_RELATIONSHIP"));
    query.putArray("serviceTasks").add("OLDER_PEOPLE");
    return calls.query(organisation, query);
  }

  private JsonNode verified(Answer answer, Oid reader) {
    return rule(answer, reader, "RELATIONSHIP_VERIFIED");
  }

  private JsonNode rule(Answer answer, Oid reader, String rule) {
    JsonNode rules = calls.explanation(reader, answer.queryId()).body().path("rules");
    return StreamSupport.stream(rules.spliterator(), false)
        .filter(one -> one.path("rule").asString().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private Storing storing(Client of, Oid controller) {
    return new Storing(calls, of, controller);
  }

  private static ObjectNode ended(String day) {
    ObjectNode relationship = MatterDocuments.relationship();
    MatterDocuments.at(relationship, RELATIONSHIP).put("asiakkuuden_paattymispvm", day);
    return relationship;
  }

  private static ObjectNode open() {
    ObjectNode matter = MatterDocuments.matter();
    MatterDocuments.at(matter, MATTER).remove("paattymispaiva");
    return matter;
  }

  private void voided(String document, int version) {
    Answer answer =
        calls.voided(
            NORTH, document, Calls.voiding(client, NORTH).put("version", version), Calls.newKey());
    assertThat(answer.status()).isEqualTo(200);
  }
}
