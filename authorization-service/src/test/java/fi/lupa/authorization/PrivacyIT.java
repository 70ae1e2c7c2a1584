package fi.lupa.authorization;

import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.clientlink.Links;
import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Events;
import fi.lupa.authorization.support.Persons;
import fi.lupa.authorization.usageright.batch.Batches;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;

/** A client's identity comes in with a request's body and goes nowhere from there. */
@ExtendWith(OutputCaptureExtension.class)
class PrivacyIT extends AuthorizationIT {
  private final String identityCode = Persons.newIdentityCode();
  private final List<Answer> answers = new ArrayList<>();

  @Test
  void noIdentityCodeIsInAnyAnswerTableEventOrLogLine(CapturedOutput output) throws Exception {
    String organiser = calls.registered();
    String producer = calls.registered();
    Answer granted = calls.grant(organiser, Calls.grant(identityCode, producer));
    String id = granted.text("id");
    answers.add(granted);
    answers.add(calls.grant(organiser, Calls.grant(identityCode, producer)));
    answers.add(calls.search(producer, body("client", Map.of("identityCode", identityCode))));
    String temporaryId = Links.temporaryId(organiser);
    answers.add(new Links(calls).link(organiser, temporaryId, identityCode));
    answers.add(new Links(calls).link(organiser, identityCode, temporaryId));
    answers.add(calls.search(producer, body(identityCode, identityCode)));
    answers.add(calls.search(producer, body("serviceTask", identityCode)));
    answers.add(calls.search(producer, body("cursor", identityCode)));
    answers.add(calls.get("/v1/usage-rights/" + id + "/versions", producer));
    answers.add(
        calls.end(organiser, id, "\"1\"", with(body("reason", "OTHER"), "on", identityCode)));
    answers.add(calls.end(organiser, id, "\"1\"", body("reason", "OTHER")));
    answers.add(
        calls.send(
            HttpMethod.POST,
            "/v1/usage-rights/searches",
            Calls.token(organiser),
            "{\"client\": " + identityCode));

    Batches batches = new Batches(http(), calls);
    String sent =
        Batches.text(
            List.of(
                Batches.grant(Calls.grant(identityCode, producer)),
                body("ref", identityCode),
                identityCode));
    answers.add(batches.send(organiser, sent));
    String batch = answers.getLast().text("id");
    batches.over(organiser, batch);
    assertThat(batches.lines(organiser, batch).toString()).doesNotContain(identityCode);

    assertThat(answers)
        .allSatisfy(answer -> assertThat(text(answer)).doesNotContain(identityCode, temporaryId));
    Events.await(id, 2);
    assertThat(Events.all()).hasSizeGreaterThan(3);
    assertThat(Events.all().toString()).doesNotContain(identityCode, temporaryId);
    assertThat(tables()).contains("usage_right", "usage_right_batch_line", "outbox", "idempotency");
    for (String table : tables()) {
      assertThat(sql().column("select t::text from " + table + " t").toString())
          .as(table)
          .doesNotContain(identityCode, temporaryId);
    }
    assertThat(output.getAll()).doesNotContain(identityCode, temporaryId);
  }

  @Test
  void anErrorOfTheDatabaseIsLoggedWithoutItsWords(CapturedOutput output) throws Exception {
    String organiser = calls.registered();
    String producer = calls.registered();
    sql()
        .run(
            "alter table usage_right add constraint broken check (organiser <> '"
                + organiser
                + "')");
    try {
      Answer answer = calls.grant(organiser, Calls.grant(identityCode, producer));
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.code()).isEqualTo("INTERNAL_ERROR");
      assertThat(ofTheService(output))
          .contains("unforeseen error")
          .doesNotContain(organiser, "broken");
    } finally {
      sql().run("alter table usage_right drop constraint broken");
    }
  }

  /** The test's own database writes its log into this one's. */
  private static String ofTheService(CapturedOutput output) {
    return output
        .getAll()
        .lines()
        .filter(line -> !line.contains("EmbeddedPostgres"))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void noIdentityCodeIsInTheMetrics() {
    calls.search(calls.registered(), body("client", Map.of("identityCode", identityCode)));
    byte[] metrics =
        plainHttp()
            .get()
            .uri("/actuator/prometheus")
            .exchange()
            .expectBody()
            .returnResult()
            .getResponseBody();
    assertThat(new String(metrics)).contains("http_server_requests").doesNotContain(identityCode);
  }

  private static String text(Answer answer) {
    return answer.headers().toString() + answer.body();
  }

  private List<String> tables() throws Exception {
    return sql().column("select tablename from pg_tables where schemaname = 'public'");
  }
}
