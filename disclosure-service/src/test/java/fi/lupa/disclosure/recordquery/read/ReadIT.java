package fi.lupa.disclosure.recordquery.read;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.decision.Rule;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who reads what of a decision. NORTH and SOUTH hold documents, PRODUCER asks. */
class ReadIT extends DisclosureIT {
  private final Client client = Client.person();
  private String north;
  private String south;
  private Given.Fact prohibition;
  private String queryId;

  @BeforeEach
  void aPartialDisclosure() {
    north = calls.stored(NORTH, Calls.metadata(client, NORTH));
    south = calls.stored(SOUTH, Calls.metadata(client, SOUTH));
    prohibition = Given.prohibition(client.ref(), "DOCUMENT", "document", north).version(3);
    calls.given(
        Given.informed(client.ref()), Given.permit(client.ref(), "SOCIAL_CARE"), prohibition);
    queryId =
        calls
            .query(PRODUCER, Calls.as(Calls.disclosure(client, PRODUCER), "ADMINISTRATION"))
            .queryId();
  }

  private static List<String> documents(Answer answer, String member) {
    return answer
        .body()
        .path(member)
        .valueStream()
        .map(document -> document.path("documentOid").asString())
        .toList();
  }

  @Test
  void theRequesterSeesWhatWasGivenAndNeverWhatWasWithheld() {
    for (String scope : List.of("records.query", "log.supervise")) {
      Answer answer = calls.explanation(PRODUCER, queryId, scope);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers().getCacheControl()).isEqualTo("no-store");
      assertThat(documents(answer, "given")).containsExactly(south);
      assertThat(answer.body().path("withheld")).isEmpty();
      assertThat(answer.body().toString())
          .doesNotContain(north, prohibition.id(), "PROHIBIT", client.text());
      assertThat(answer.body().at("/requester/professional/name").asString()).isEqualTo("Aino Aho");
      assertThat(answer.body().path("request").propertyNames())
          .containsExactlyInAnyOrder("basis", "ground", "purpose", "relationship");
    }
  }

  @Test
  void everyRuleIsThereWithTheVersionsOfTheFactsItSaw() {
    JsonNode rules = calls.explanation(PRODUCER, queryId).body().path("rules");
    assertThat(rules.valueStream().map(rule -> rule.path("rule").asString()))
        .containsExactly(
            "ORGANISATION_JOINED",
            "FUNCTION_ENABLED",
            "UNIT_OF_ORGANISATION",
            "ROLE_IN_ORGANISATION",
            "RELATIONSHIP_STATED",
            "RELATIONSHIP_VERIFIED",
            "IDENTITY_CODE_KNOWN",
            "CLIENT_INFORMED",
            "PERMIT_EXISTS",
            "PERMIT_NOT_REFUSED",
            "PERMIT_NOT_WITHDRAWN");
    assertThat(rules)
        .allSatisfy(rule -> {
          assertThat(rule.path("passed").asBoolean()).isTrue();
          assertThat(rule.path("legalReferences")).isNotEmpty();
          assertThat(Rule.valueOf(rule.path("rule").asString())).isNotNull();
        });
  }

  @Test
  void aSupervisingControllerSeesItsOwnDocumentsOnly() {
    Answer ofNorth = calls.explanation(NORTH, queryId, "log.supervise");
    assertThat(documents(ofNorth, "given")).isEmpty();
    assertThat(documents(ofNorth, "withheld")).containsExactly(north);
    assertThat(ofNorth.body().at("/withheld/0/code").asString()).isEqualTo("PROHIBITED_DOCUMENT");
    assertThat(ofNorth.body().at("/withheld/0/facts/0/id").asString()).isEqualTo(prohibition.id());
    assertThat(ofNorth.body().at("/withheld/0/facts/0/version").asInt()).isEqualTo(3);

    Answer ofSouth = calls.explanation(SOUTH, queryId, "log.supervise");
    assertThat(documents(ofSouth, "given")).containsExactly(south);
    assertThat(ofSouth.body().path("withheld")).isEmpty();
  }

  @Test
  void thatSomethingWasWithheldIsItsOwnControllersToKnow() {
    Answer ofNorth = calls.explanation(NORTH, queryId, "log.supervise");
    assertThat(ofNorth.body().path("outcome").asString()).isEqualTo("PARTIAL");
    Answer ofSouth = calls.explanation(SOUTH, queryId, "log.supervise");
    assertThat(ofSouth.body().path("outcome").asString()).isEqualTo("PERMITTED");
    assertThat(ofSouth.body().has("told")).isFalse();
  }

  @Test
  void nobodyElseLearnsThatItExists() {
    Answer known = calls.explanation(HOSPITAL, queryId, "log.supervise");
    Answer unknown = calls.explanation(HOSPITAL, UUID.randomUUID().toString(), "log.supervise");
    assertThat(known.status()).isEqualTo(404);
    assertThat(known.code()).isEqualTo(unknown.code()).isEqualTo("NOT_FOUND");
    assertThat(calls.explanation(NORTH, queryId).status()).isEqualTo(404);
  }

  @Test
  void aDeniedQueryIsReadBackWithTheRuleThatStoppedIt() {
    Given.Fact organisation = Given.organisation(PRODUCER, "SOCIAL", "PRIVATE");
    Answer denied = calls.query(PRODUCER, Calls.use(client, PRODUCER, NORTH));
    assertThat(denied.status()).isEqualTo(403);
    assertThat(denied.code()).isEqualTo("NO_REGISTER_RIGHT");

    JsonNode explanation = calls.explanation(PRODUCER, denied.queryId()).body();

    assertThat(explanation.path("outcome").asString()).isEqualTo("DENIED");
    assertThat(explanation.at("/rules/0/facts/0/id").asString()).isEqualTo(organisation.id());
    JsonNode last = explanation.path("rules").get(explanation.path("rules").size() - 1);
    assertThat(last.path("rule").asString()).isEqualTo("RIGHT_GRANTED");
    assertThat(last.path("code").asString()).isEqualTo("NO_REGISTER_RIGHT");
    assertThat(calls.explanation(NORTH, denied.queryId(), "log.supervise").status()).isEqualTo(200);
    assertThat(calls.explanation(SOUTH, denied.queryId(), "log.supervise").status()).isEqualTo(404);
  }

  @Test
  void whatWasStoredIsReadBackToo() {
    Answer stored = calls.store(NORTH, Calls.metadata(client, NORTH));
    JsonNode explanation = calls.explanation(NORTH, stored.queryId()).body();
    assertThat(explanation.path("act").asString()).isEqualTo("STORE");
    assertThat(explanation.at("/given/0/documentOid").asString())
        .isEqualTo(stored.text("documentOid"));
    assertThat(explanation.toString()).doesNotContain("Eskola", client.text(), "Asiakassuun");
  }
}
