package fi.lupa.authorization.onboarding.read;

import static fi.lupa.authorization.support.Calls.newOid;
import static fi.lupa.authorization.support.Calls.registration;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.onboarding.Joining;
import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class ListDueIT extends AuthorizationIT {
  private final String oid = newOid();
  private Joining joining;

  @BeforeEach
  void runTheTest() {
    calls.registered(with(with(registration(oid), "status", "REGISTERED"), "functions", List.of()));
    joining = new Joining(calls, oid, "ARCHIVING");
    joining.started("PUBLIC");
    joining.upTo("TEST_RUN");
    daysLater(1);
    joining.upTo("TEST_CHECKED");
  }

  @Test
  void whatIsDueIsListedTheMostUrgentFirst() {
    assertThat(deadlines(due("2026-11-24"))).isEmpty();
    assertThat(deadlines(due("2026-11-25"))).containsExactly("REPORT");
    assertThat(deadlines(due("2027-11-22"))).containsExactly("REPORT", "START");
    assertThat(deadlines(due("2030-01-01"))).containsExactly("REPORT", "START", "CERTIFICATE");
    JsonNode report = due("2026-11-25").body().at("/items/0");
    assertThat(report.path("onboarding").asString()).isEqualTo(joining.id());
    assertThat(report.path("organisation").asString()).isEqualTo(oid);
    assertThat(report.path("state").asString()).isEqualTo("OPEN");
    daysLater(5);
    assertThat(due("2026-11-25").body().at("/items/0/state").asString()).isEqualTo("MISSED");
  }

  @Test
  void whatIsMetIsNotDueAnyMore() {
    joining.upTo("IN_PRODUCTION");
    assertThat(deadlines(due("2027-11-22"))).containsExactly("START");
    joining.through();
    assertThat(deadlines(due("2030-01-01"))).containsExactly("CERTIFICATE");
  }

  @Test
  void theListIsPagedWithoutLossOrRepetition() {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = get("due=2030-01-01&limit=1" + cursor, Joining.token(oid));
      seen.addAll(deadlines(page));
      cursor =
          page.body().path("next").isNull()
              ? null
              : "&cursor=" + page.body().path("next").asString();
    } while (cursor != null);
    assertThat(seen).containsExactly("REPORT", "START", "CERTIFICATE");
  }

  @Test
  void othersSeeTheirOwnAndTheOperatorAll() {
    assertThat(deadlines(get("due=2030-01-01", Joining.token(newOid())))).isEmpty();
    assertThat(
            get("due=2030-01-01&limit=200", Joining.operatorsToken())
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("organisation").asString()))
        .contains(oid);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "due=",
        "due=2026-02-30",
        "due=tomorrow",
        "due=2026-11-22&cursor=x",
        "due=2026-11-22&cursor=YR9iH2M",
        "due=2026-11-22&limit=0"
      })
  void aMalformedQuestionIsRefused(String query) {
    Answer answer = get(query, Joining.token(oid));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("REQUEST_INVALID");
  }

  @Test
  void aForgedCursorIsRefused() {
    String id = java.util.UUID.randomUUID().toString();
    for (String day : List.of("+999999999-12-31", "2026-02-30", "x")) {
      String cursor = fi.lupa.platform.web.Cursor.encode(day, id, "START");
      assertThat(get("due=2026-11-22&cursor=" + cursor, Joining.token(oid)).status())
          .isEqualTo(400);
    }
  }

  private Answer due(String day) {
    return get("due=" + day, Joining.token(oid));
  }

  private Answer get(String query, String token) {
    return calls.send(HttpMethod.GET, "/v1/onboardings?" + query, token, null);
  }

  private static List<String> deadlines(Answer answer) {
    return answer
        .body()
        .path("items")
        .valueStream()
        .map(item -> item.path("deadline").asString())
        .toList();
  }
}
