package fi.lupa.disclosure.visibility;

import static fi.lupa.disclosure.support.Given.object;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import fi.lupa.disclosure.support.Topic;
import fi.lupa.testkit.TestIssuer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who could see a document now, and why: the answer of a real query without one. */
class VisibilityIT extends DisclosureIT {
  private static final Topic TOPIC = Topic.of("disclosure.events");
  private static final String MINE = "/v1/my/visibility";
  private static final String SEARCH = "/v1/visibility/searches";

  private final Client client = Client.person();
  private String document;

  @BeforeEach
  void stored() {
    calls.given(Given.informed(client.ref()));
    document = calls.stored(NORTH, Calls.metadata(client, NORTH));
  }

  private Answer mine() {
    String id = calls.my(client, "/v1/my/documents").body().at("/items/0/id").asString();
    return mine(client, id);
  }

  private Answer mine(Client citizen, String id) {
    return calls.send(HttpMethod.POST, MINE, Calls.citizenToken(citizen), object("document", id));
  }

  private Answer search(Oid officer, ObjectNode request) {
    return calls.send(HttpMethod.POST, SEARCH, Calls.token(officer, "log.supervise"), request);
  }

  private ObjectNode about(Client whom, String oid) {
    return object(
        "client",
        whom.json(),
        "document",
        oid,
        "requester",
        Map.of(
            "unit",
            Oids.unit(NORTH, 1),
            "professional",
            Map.of("id", "70009", "name", "Tiina Tuomi", "role", "ADMINISTRATION")));
  }

  private static Stream<JsonNode> items(Answer answer) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body().path("items").valueStream();
  }

  private static List<String> codes(Answer answer, String ground) {
    return items(answer)
        .filter(item -> item.path("ground").asString("").equals(ground))
        .filter(item -> item.path("relationships").toString().contains("OTHER_TASK"))
        .map(item -> item.path("given").asBoolean() ? "GIVEN" : item.path("reasonCode").asString())
        .distinct()
        .toList();
  }

  @Test
  void theCitizenSeesWhoCouldAndWhoCouldNot() {
    Answer answer = mine();

    assertThat(items(answer).map(item -> item.path("basis").asString())).contains("OWN_REGISTER");
    assertThat(codes(answer, "PERMIT"))
        .contains("NO_PERMIT", "NO_CROSS_PERMIT")
        .doesNotContain("GIVEN");
    assertThat(answer.body().toString())
        .doesNotContain("1.2.246", client.ref().toString(), client.text(), "searchId");
    JsonNode first = answer.body().at("/items/0");
    assertThat(first.path("given").asBoolean()).isTrue();
    assertThat(first.at("/sentence/fi").asString())
        .startsWith("Voi nähdä asiakirjan: Organisaatio");
    assertThat(first.at("/sentence/sv").asString()).startsWith("Kan se handlingen: Organisation");
    assertThat(first.at("/sentence/en").asString()).startsWith("Can see the document: ");
    assertThat(first.path("legalReferences").size()).isPositive();
    assertThat(
            sql()
                .column(
                    "select act from citizen_view where client_ref = '"
                        + client.ref()
                        + "' order by occurred_at"))
        .containsExactly("LIST", "VISIBILITY");
    assertThat(
            sql()
                .count(
                    "select count(*) from access_record where act <> 'STORE' and client_ref = '"
                        + client.ref()
                        + "'"))
        .as("nobody accessed anything")
        .isZero();
  }

  @Test
  void itFollowsPermitProhibitionAndRight() {
    calls.given(Given.permit(client.ref(), "SOCIAL_CARE"));
    assertThat(codes(mine(), "PERMIT")).contains("GIVEN");

    calls.given(Given.prohibition(client.ref(), "DOCUMENT", "document", document));
    assertThat(codes(mine(), "PERMIT")).contains("PROHIBITED_DOCUMENT").doesNotContain("GIVEN");
    assertThat(codes(mine(), "STATUTORY_AUTHORITY")).contains("GIVEN", "NOT_AUTHORITY");

    assertThat(used(mine())).isEmpty();
    calls.given(Given.right(client.ref(), NORTH, PRODUCER));
    List<JsonNode> used = used(mine());
    assertThat(used).isNotEmpty();
    assertThat(used).anyMatch(item -> item.path("given").asBoolean());
    assertThat(used.getFirst().at("/unit/fi").asString()).isEqualTo("Yksikkö 1");
  }

  private static List<JsonNode> used(Answer answer) {
    return items(answer)
        .filter(item -> item.path("basis").asString().equals("REGISTER_USAGE_RIGHT"))
        .toList();
  }

  @Test
  void organisationsThatLookAlikeAreToldTogetherAndCounted() {
    Answer before = mine();
    int known = strangers(before);
    for (int i = 0; i < 3; i++) {
      calls.given(Given.organisation(Oids.organisation(), "SOCIAL", "PRIVATE"));
    }
    calls.given(
        Given.organisation(Oids.organisation(), "SOCIAL", "PRIVATE").with("status", "LEFT"));
    Answer after = mine();

    assertThat(strangers(after)).isEqualTo(known + 3);
    assertThat(after.body().path("items").size())
        .isLessThanOrEqualTo(before.body().path("items").size() + 2);
  }

  /** Hospitals that look alike but for what their units give together with the controller. */
  @Test
  void whoGivesAJointServiceIsToldApartFromThoseWhoDont() {
    for (Oid partner : List.of(NORTH, SOUTH)) {
      Oid hospital = Oids.organisation();
      Given.Fact fact = Given.organisation(hospital, "HEALTH", "PUBLIC");
      ((ObjectNode) fact.data().at("/units/0"))
          .set(
              "jointServices",
              Given.JSON.valueToTree(
                  List.of(
                      object(
                          "serviceTasks",
                          List.of("OLDER_PEOPLE"),
                          "partners",
                          List.of(partner),
                          "start",
                          "2026-01-01"))));
      calls.given(fact);
    }
    assertThat(codes(mine(), "JOINT_SERVICE"))
        .contains("GIVEN", "NOT_OF_JOINT_SERVICE", "STATUTORY_GROUND_INVALID");
    assertThat(
            items(mine())
                .filter(item -> item.path("ground").asString("").equals("JOINT_SERVICE"))
                .filter(item -> item.path("given").asBoolean())
                .flatMap(item -> item.path("who").valueStream())
                .mapToInt(who -> who.path("organisations").asInt())
                .distinct())
        .containsExactly(1);
  }

  /** How many social-care organisations could ask by permit at all. */
  private static int strangers(Answer answer) {
    return items(answer)
        .filter(item -> item.path("ground").asString("").equals("PERMIT"))
        .filter(item -> item.path("reasonCode").asString("").equals("NO_PERMIT"))
        .filter(item -> item.path("relationships").toString().contains("OTHER_TASK"))
        .filter(item -> item.path("roles").toString().contains("PRIVATE_PROVISION"))
        .flatMap(item -> item.path("who").valueStream())
        .mapToInt(who -> who.path("organisations").asInt())
        .sum();
  }

  @Test
  void anOfficersSearchIsOnRecordAndInTheClientsLog() {
    Answer answer = search(NORTH, about(client, document));

    assertThat(items(answer)).isNotEmpty();
    String id = answer.text("searchId");
    assertThat(
            sql()
                .column(
                    "select organisation || ' ' || document_oid || ' ' || (officer->'professional'->>'name')"
                        + " || ' ' || client_ref from supervision where id = '"
                        + id
                        + "'"))
        .containsExactly(NORTH + " " + document + " Tiina Tuomi " + client.ref());
    Topic.Told told = TOPIC.await(client.ref().toString(), 2).getLast();
    assertThat(told.type()).isEqualTo("fi.lupa.disclosure.visibility-searched.v1");
    assertThat(told.violations()).isEmpty();
    assertThat(told.data().path("searchId").asString()).isEqualTo(id);
    assertThat(told.value()).doesNotContain("Tuomi", "70009", document, client.text());
    assertThat(withoutNames(answer)).isEqualTo(withoutNames(mine()));
  }

  private static List<JsonNode> withoutNames(Answer answer) {
    return items(answer)
        .map(item -> (JsonNode) ((ObjectNode) item).without(List.of("who", "sentence")))
        .toList();
  }

  /** Whose client somebody is, is theirs to tell: a shelter's, say. */
  @Test
  void anotherControllersClientIsNotToldByWhoCouldSee() {
    Oid shelter = Oids.organisation();
    calls.given(
        Given.organisation(shelter, "SOCIAL", "PRIVATE")
            .with("name", Map.of("fi", "Turvakoti Satama", "sv", "Satama", "en", "Satama")));
    calls.stored(shelter, Calls.metadata(client, shelter).put("specialCategory", "SHELTER"));
    calls.given(Given.permit(client.ref(), "SOCIAL_CARE"));
    Client guardian = Client.person();
    Given.Fact registered = Given.representation(client.ref(), guardian.ref(), "MANDATE");
    calls.given(registered);

    assertThat(mine().body().toString()).contains("Satama");
    Answer officers = search(NORTH, about(client, document));
    assertThat(items(officers)).isNotEmpty();
    assertThat(officers.body().toString()).doesNotContain("Satama").contains("Organisaatio");
    assertThat(
            sql()
                .count(
                    "select count(*) from supervision where client_ref = '"
                        + client.ref()
                        + "' and answer::text like '%Satama%'"))
        .isZero();
    String token =
        TestIssuer.shared()
            .representativeToken(
                client.text(), guardian.text(), UUID.fromString(registered.id()), "MANDATE");
    String id = calls.my(client, "/v1/my/documents").body().at("/items/0/id").asString();
    Answer theirs = calls.send(HttpMethod.POST, MINE, token, object("document", id));
    assertThat(items(theirs)).isNotEmpty();
    assertThat(theirs.body().toString()).doesNotContain("Satama");
  }

  @Test
  void onlyADocumentOfTheOwnRegisterIsFound() {
    String elsewhere = calls.stored(SOUTH, Calls.metadata(client, SOUTH));
    for (ObjectNode request :
        List.of(
            about(client, elsewhere),
            about(Client.person(), document),
            about(client, Oids.document().value()))) {
      Answer answer = search(NORTH, request);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("NOT_FOUND");
    }
    ObjectNode south = about(client, document);
    ((ObjectNode) south.path("requester")).put("unit", Oids.unit(SOUTH, 1).value());
    assertThat(search(SOUTH, south).code()).isEqualTo("NOT_FOUND");
    assertThat(
            sql()
                .column(
                    "select organisation || ' ' || (answer->>'reasonCode') from supervision where client_ref = '"
                        + client.ref()
                        + "' order by occurred_at"))
        .as("that somebody looked is on record, whatever was found")
        .containsExactly(NORTH + " NOT_FOUND", NORTH + " NOT_FOUND", SOUTH + " NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource({
    "LEFT, 1, ADMINISTRATION, ORG_NOT_JOINED",
    "JOINED, 7, ADMINISTRATION, REQUESTER_UNIT_UNKNOWN",
    "JOINED, 1, PRIVATE_PROVISION, ROLE_MISSING",
    "JOINED, 1, NOBODY, ROLE_MISSING"
  })
  void whoIsNoOfficerThereIsRefusedAndOnRecord(String status, int unit, String role, String code) {
    Oid county = Oids.organisation();
    calls.given(Given.organisation(county, "SOCIAL", "PUBLIC").with("status", status));
    ObjectNode request = about(client, document);
    ObjectNode requester = (ObjectNode) request.path("requester");
    requester.put("unit", Oids.unit(county, unit).value());
    ((ObjectNode) requester.path("professional")).put("role", role);

    Answer answer = search(county, request);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(
            sql()
                .column(
                    "select answer->>'reasonCode' from supervision where organisation = '"
                        + county
                        + "'"))
        .containsExactly(code);
  }

  @Test
  void aCitizenFindsOnlyWhatTheCitizenIsShown() {
    assertThat(mine(client, UUID.randomUUID().toString()).status()).isEqualTo(404);
    Client other = Client.person();
    calls.given(Given.informed(other.ref()));
    String id = calls.my(client, "/v1/my/documents").body().at("/items/0/id").asString();
    assertThat(mine(other, id).status()).isEqualTo(404);
    assertThat(mine(Client.person(), id).code()).isEqualTo("INFORMING_REQUIRED");
  }

  @Test
  void eachRouteHasItsScope() {
    ObjectNode request = about(client, document);
    assertThat(
            calls
                .send(HttpMethod.POST, SEARCH, Calls.token(NORTH, "records.query"), request)
                .code())
        .isEqualTo("SCOPE_MISSING");
    assertThat(calls.send(HttpMethod.POST, SEARCH, Calls.citizenToken(client), request).code())
        .isEqualTo("SCOPE_MISSING");
    assertThat(
            calls
                .send(
                    HttpMethod.POST,
                    MINE,
                    Calls.token(NORTH, "log.supervise"),
                    object("document", UUID.randomUUID()))
                .code())
        .isEqualTo("SCOPE_MISSING");
    assertThat(calls.send(HttpMethod.POST, SEARCH, null, request).status()).isEqualTo(401);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "document  | \"1.2.x\" | /document",
        "client    | {}          | /client",
        "requester | {}          | /requester/unit",
        "unknown   | 1           | /unknown"
      })
  void whatIsNoSearchIsRefused(String member, String json, String told) {
    ObjectNode request = about(client, document);
    request.set(member, Given.JSON.readTree(json));
    Answer answer = search(NORTH, request);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.pointers()).contains(told);
  }

  @Test
  void aCitizensQuestionNamesItsDocument() {
    for (String body : List.of("{}", "{\"document\":\"1.2.246\"}", "[]", "")) {
      assertThat(calls.send(HttpMethod.POST, MINE, Calls.citizenToken(client), body).status())
          .isEqualTo(400);
    }
  }
}
