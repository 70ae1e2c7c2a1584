package fi.lupa.authorization.usageright.search;

import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Persons;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class SearchUsageRightsIT extends AuthorizationIT {
  private final String client = Persons.newIdentityCode();
  private String organiser;
  private String producer;
  private String inForce;
  private String toCome;
  private String ended;
  private String ofAnother;

  @BeforeEach
  void rights() {
    organiser = calls.registered();
    producer = calls.registered();
    ObjectNode grant = Calls.grant(client, producer);
    inForce = granted(grant);
    toCome = granted(with(with(grant, "serviceTask", "DISABILITY"), "start", "2027-01-01"));
    ended = granted(with(grant, "serviceTask", "FAMILIES"));
    calls.end(organiser, ended, "\"1\"", body("reason", "OTHER"));
    ofAnother = granted(Calls.grant(Persons.newIdentityCode(), producer));
  }

  @Test
  void eachPartyFindsItsOwnNewestFirst() {
    assertThat(found(organiser, body())).containsExactly(ofAnother, ended, toCome, inForce);
    assertThat(found(producer, body())).containsExactly(ofAnother, ended, toCome, inForce);
    assertThat(found(calls.registered(), body())).isEmpty();
  }

  @Test
  void byClient() {
    Map<String, String> unknown = Map.of("identityCode", Persons.newIdentityCode());
    assertThat(found(organiser, body("client", Map.of("identityCode", client))))
        .containsExactly(ended, toCome, inForce);
    assertThat(found(organiser, body("client", unknown))).isEmpty();
  }

  @Test
  void byState() {
    assertThat(found(organiser, body("state", "IN_FORCE"))).containsExactly(ofAnother, inForce);
    assertThat(found(organiser, body("state", "NOT_STARTED"))).containsExactly(toCome);
    assertThat(found(organiser, body("state", "ENDED"))).containsExactly(ended);
  }

  @Test
  void byServiceTask() {
    assertThat(found(organiser, body("serviceTask", "DISABILITY"))).containsExactly(toCome);
    assertThat(found(organiser, body("serviceTask", "FAMILY_LAW"))).isEmpty();
  }

  @Test
  void byStateOnADay() {
    assertThat(found(organiser, body("on", "2027-01-01")))
        .containsExactly(ofAnother, toCome, inForce);
    assertThat(found(organiser, body("on", "2026-12-31"))).containsExactly(ofAnother, inForce);
    assertThat(found(organiser, body("on", "2026-12-31", "state", "NOT_STARTED")))
        .containsExactly(toCome);
    assertThat(found(organiser, body("on", TODAY)))
        .as("what was in force for some of the day")
        .containsExactly(ofAnother, ended, inForce);
    assertThat(found(organiser, body("on", "2026-11-21"))).isEmpty();
    assertThat(found(organiser, body("on", "2026-11-23", "state", "ENDED"))).containsExactly(ended);
  }

  @Test
  void byTheOtherParty() {
    assertThat(found(producer, body("organiser", organiser)))
        .containsExactly(ofAnother, ended, toCome, inForce);
    assertThat(found(organiser, body("producer", producer)))
        .containsExactly(ofAnother, ended, toCome, inForce);
    assertThat(found(producer, body("organiser", producer))).isEmpty();
    assertThat(found(organiser, body("producer", calls.registered()))).isEmpty();
  }

  @Test
  void whoGivesAndGetsFindsBoth() {
    String given = calls.registered();
    String passedOn =
        calls.grant(producer, Calls.grant(Persons.newIdentityCode(), given)).text("id");
    assertThat(found(producer, body()))
        .containsExactly(passedOn, ofAnother, ended, toCome, inForce);
  }

  @Test
  void pagesShowEachOnceWhateverComesBetween() {
    List<String> seen = new ArrayList<>();
    ObjectNode request = body("limit", 2);
    Answer page = calls.search(producer, request);
    while (true) {
      page.body().path("items").forEach(item -> seen.add(item.path("id").asString()));
      if (page.body().path("next").isNull()) {
        break;
      }
      granted(Calls.grant(Persons.newIdentityCode(), producer));
      page = calls.search(producer, with(request, "cursor", page.text("next")));
    }
    assertThat(seen).containsExactly(ofAnother, ended, toCome, inForce);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "AAAA", "aGVsbG8"})
  void whatIsNoCursorIsRefused(String cursor) {
    Answer answer = calls.search(organiser, body("cursor", cursor));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/violations/0/pointer").asString()).isEqualTo("/cursor");
  }

  private String granted(ObjectNode grant) {
    return calls.grant(organiser, grant).text("id");
  }

  private List<String> found(String party, ObjectNode request) {
    Answer answer = calls.search(party, request);
    assertThat(answer.status()).isEqualTo(200);
    return answer
        .body()
        .path("items")
        .valueStream()
        .map(item -> item.path("id").asString())
        .toList();
  }
}
