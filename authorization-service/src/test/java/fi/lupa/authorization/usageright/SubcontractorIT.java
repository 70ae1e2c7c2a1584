package fi.lupa.authorization.usageright;

import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.unit;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Persons;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who is named as a subcontractor finds the right, and sees no more of it than its own part. */
class SubcontractorIT extends AuthorizationIT {
  private String organiser;
  private String producer;
  private String one;
  private String other;
  private ObjectNode grant;
  private String id;

  @BeforeEach
  void right() {
    organiser = calls.registered();
    producer = calls.registered();
    one = calls.registered();
    other = calls.registered();
    grant =
        with(
            with(
                Calls.grant(Persons.newIdentityCode(), producer),
                "subcontractors",
                List.of(part(one, 1), part(one, 2), part(other, 1))),
            "purchase",
            Map.of("form", "PAYMENT_COMMITMENT", "decision", "P-2026-9"));
    id = calls.grant(organiser, grant).text("id");
  }

  @Test
  void bothSidesSeeAllOfThem() {
    assertThat(read(organiser).path("subcontractors").size()).isEqualTo(3);
    assertThat(read(producer).path("subcontractors").size()).isEqualTo(3);
    assertThat(read(producer).at("/purchase/decision").asString()).isEqualTo("P-2026-9");
  }

  @Test
  void itSeesOnlyItsOwnPartAndNotHowTheServiceWasBought() {
    JsonNode seen = read(one);
    assertThat(seen.path("subcontractors").valueStream())
        .hasSize(2)
        .allMatch(part -> part.path("organisation").asString().equals(one));
    assertThat(seen.has("purchase")).isFalse();
    JsonNode version = versions(one).path("items").path(0);
    assertThat(version.has("purchase")).isFalse();
    assertThat(version.toString()).contains(one).doesNotContain(other);
  }

  @Test
  void itFindsTheRightOnceAndNobodyElseFindsIt() {
    assertThat(found(one, body())).containsExactly(id);
    assertThat(found(one, body("subcontractor", one))).containsExactly(id);
    assertThat(found(producer, body("subcontractor", one))).containsExactly(id);
    assertThat(found(one, body("subcontractor", producer))).isEmpty();
    assertThat(found(one, body("client", grant.path("client")))).containsExactly(id);
    String stranger = calls.registered();
    assertThat(found(stranger, body("subcontractor", one))).isEmpty();
    assertThat(found(stranger, body("client", grant.path("client")))).isEmpty();
    assertThat(calls.get("/v1/usage-rights/" + id, stranger).status()).isEqualTo(404);
  }

  @Test
  void onceItIsNoLongerNamedTheRightIsGoneForIt() {
    ObjectNode terms = body("start", TODAY, "subcontractors", List.of(part(other, 1)));
    Answer amended = amend(terms);
    assertThat(amended.status()).isEqualTo(200);
    assertThat(found(one, body())).isEmpty();
    assertThat(calls.get("/v1/usage-rights/" + id, one).status()).isEqualTo(404);
    assertThat(versions(other).path("items").size()).isEqualTo(2);
  }

  @Test
  void whoComesLaterSeesOnlyTheVersionsThatNameIt() {
    String late = calls.registered();
    amend(body("start", TODAY, "subcontractors", List.of(part(late, 1))));
    assertThat(versions(late).path("items").size()).isEqualTo(1);
    assertThat(versions(organiser).path("items").size()).isEqualTo(2);
  }

  @Test
  void itMayNeitherAmendNorEndIt() {
    assertThat(calls.end(one, id, "\"1\"", body("reason", "OTHER")).status()).isEqualTo(404);
    assertThat(
            calls
                .send(
                    HttpMethod.PUT,
                    "/v1/usage-rights/" + id,
                    Calls.token(one),
                    body("start", TODAY),
                    "If-Match",
                    "\"1\"")
                .status())
        .isEqualTo(404);
  }

  @Test
  void eachRefusalHasItsCode() {
    String suspended =
        calls.registered(with(Calls.registration(Calls.newOid()), "status", "SUSPENDED"));
    assertThat(refused(part(suspended, 1))).isEqualTo("SUBCONTRACTOR_NOT_READY");
    assertThat(refused(with(part(one, 1), "unit", unit(other, 1)))).isEqualTo("UNIT_UNKNOWN");
    assertThat(refused(with(part(one, 1), "start", "2026-11-21")))
        .isEqualTo("SUBCONTRACTOR_OUTSIDE_RIGHT");
    assertThat(refused(with(part(one, 1), "socialServices", List.of("31"))))
        .isEqualTo("SERVICE_NOT_OF_TASK");
  }

  private String refused(ObjectNode part) {
    ObjectNode another =
        with(
            with(grant, "client", Map.of("identityCode", Persons.newIdentityCode())),
            "subcontractors",
            List.of(part));
    return calls.grant(organiser, another).code();
  }

  private Answer amend(ObjectNode terms) {
    return calls.send(
        HttpMethod.PUT,
        "/v1/usage-rights/" + id,
        Calls.token(organiser),
        terms,
        "If-Match",
        "\"1\"");
  }

  private static ObjectNode part(String organisation, int unit) {
    return body("organisation", organisation, "unit", unit(organisation, unit), "start", TODAY);
  }

  private JsonNode read(String party) {
    return calls.get("/v1/usage-rights/" + id, party).body();
  }

  private JsonNode versions(String party) {
    return calls.get("/v1/usage-rights/" + id + "/versions", party).body();
  }

  private List<String> found(String party, ObjectNode request) {
    return calls
        .search(party, request)
        .body()
        .path("items")
        .valueStream()
        .map(item -> item.path("id").asString())
        .toList();
  }
}
