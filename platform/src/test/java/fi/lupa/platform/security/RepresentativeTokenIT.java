package fi.lupa.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.platform.app.PlatformTest;
import fi.lupa.testkit.TestIssuer;
import fi.lupa.testkit.TestPersons;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who acts for another gets where representatives may, and nowhere else. */
class RepresentativeTokenIT extends PlatformTest {
  private static final String OWN = "/v1/notes/mine";
  private static final String OURS = "/v1/notes/ours";
  private static final String CHILD = TestPersons.identityCode(11);
  private static final String GUARDIAN = TestPersons.identityCode(12);
  private static final String RELATION = UUID.randomUUID().toString();
  private static final String ROLE = "GUARDIAN_OF_MINOR";

  private final TestIssuer tokens = TestIssuer.shared();

  private String token(String... scopes) {
    return tokens.representativeToken(CHILD, GUARDIAN, RELATION, ROLE, scopes);
  }

  private JsonNode get(String path, String token, int status) {
    byte[] body =
        web.get()
            .uri(path)
            .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
            .exchange()
            .expectStatus()
            .isEqualTo(status)
            .expectBody()
            .returnResult()
            .getResponseBody();
    return JsonMapper.shared().readTree(body);
  }

  private void refused(String path, String token, String code) {
    assertThat(get(path, token, 403).path("code").asString()).isEqualTo(code);
  }

  @Test
  void actsForTheClientWhereThatIsDeclared() {
    JsonNode child = get(OURS, tokens.citizenToken(CHILD), 200);
    JsonNode guardian = get(OURS, tokens.citizenToken(GUARDIAN), 200);
    JsonNode both = get(OURS, token("citizen.represent"), 200);

    assertThat(child.path("by").asString()).isEqualTo("client");
    assertThat(child.path("asker")).isEqualTo(child.path("client"));
    assertThat(both.path("by").asString()).isEqualTo(ROLE);
    assertThat(both.path("client")).isEqualTo(child.path("client"));
    assertThat(both.path("asker").asString())
        .isEqualTo(child.path("client").asString() + "/" + guardian.path("client").asString());
  }

  @Test
  void isRefusedWhereItIsNot() {
    refused(OWN, token("citizen.represent"), "ACT_NOT_DELEGABLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {OWN, OURS})
  void aTokenThatSaysTwoThingsIsNobodys(String path) {
    refused(path, token("citizen"), "SCOPE_MISSING");
    refused(path, token("citizen", "citizen.represent"), "SCOPE_MISSING");
    refused(path, token("notes.read"), "SCOPE_MISSING");
    refused(path, tokens.token("1.2.246.10.1.10.0", "citizen.represent"), "SCOPE_MISSING");
  }

  @ParameterizedTest
  @CsvSource({
    "131052-308U, 0, GUARDIAN_OF_MINOR",
    "'', 0, GUARDIAN_OF_MINOR",
    "self, 0, GUARDIAN_OF_MINOR",
    "other, 1, GUARDIAN_OF_MINOR",
    "other, 0, PARENT",
    "other, 0, ''"
  })
  void whoActsMustBeKnown(String actor, int relation, String role) {
    String who = actor.equals("self") ? CHILD : actor.equals("other") ? GUARDIAN : actor;
    String id = relation == 0 ? RELATION : "none";
    refused(
        OURS,
        tokens.representativeToken(CHILD, who, id, role, "citizen.represent"),
        "CITIZEN_NOT_IDENTIFIED");
    refused(
        OURS,
        tokens.representativeToken("131052-308U", GUARDIAN, RELATION, ROLE, "citizen.represent"),
        "CITIZEN_NOT_IDENTIFIED");
  }

  @Test
  void anOrganisationsDoorsStayShut() {
    refused("/v1/notes", token("citizen.represent"), "SCOPE_MISSING");
    refused("/v1/notes", token("citizen.represent", "notes.read"), "ORGANISATION_MISSING");
  }
}
