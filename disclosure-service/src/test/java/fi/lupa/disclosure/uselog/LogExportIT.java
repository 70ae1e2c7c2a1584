package fi.lupa.disclosure.uselog;

import static fi.lupa.disclosure.support.Given.object;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The use log as a stream that goes on where it ended. */
class LogExportIT extends DisclosureIT {
  private final Oid county = Oids.organisation();
  private final Client client = Client.person();

  @BeforeEach
  void joined() {
    calls.given(Given.organisation(county, "SOCIAL", "PUBLIC"));
  }

  /** Made long enough ago to be settled. */
  private List<String> queried(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(calls.query(county, Calls.own(client, county)).queryId());
    }
    sql()
        .run(
            "update use_log set occurred_at = occurred_at - interval '10 minutes' where organisation = '"
                + county
                + "'");
    return ids;
  }

  private String export(MediaType type, Object... more) {
    ObjectNode body = object(more);
    body.set("requester", Supervising.officer(county));
    var answer =
        http()
            .post()
            .uri("/v1/log/exports")
            .header(HttpHeaders.AUTHORIZATION, "Bearer " + Calls.token(county, "log.supervise"))
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue(body.toString())
            .exchange()
            .expectStatus()
            .isOk()
            .expectHeader()
            .contentTypeCompatibleWith(type)
            .expectBody()
            .returnResult()
            .getResponseBodyContent();
    return answer == null ? "" : new String(answer, StandardCharsets.UTF_8);
  }

  private List<JsonNode> lines(Object... more) {
    return export(MediaType.APPLICATION_NDJSON, more).lines().map(Given.JSON::readTree).toList();
  }

  private static List<String> ids(List<JsonNode> lines) {
    return lines.stream().map(line -> line.path("queryId").asString()).toList();
  }

  @Test
  void itGoesFromTheOldestOnAndContinuesAfterACursor() {
    List<String> made = queried(3);

    List<JsonNode> all = lines();

    assertThat(ids(all)).isEqualTo(made);
    assertThat(ids(lines("cursor", all.getFirst().path("cursor").asString())))
        .isEqualTo(made.subList(1, 3));
    String last = all.getLast().path("cursor").asString();
    assertThat(lines("cursor", last)).isEmpty();
    List<String> more = queried(1);
    sql()
        .run(
            "update use_log set occurred_at = occurred_at + interval '5 minutes' where access_id = '"
                + more.getFirst()
                + "'");
    assertThat(ids(lines("cursor", last))).isEqualTo(more);
  }

  @Test
  void moreThanOneReadingHoldsComesWholeAndOnce() {
    queried(1);
    sql()
        .run(
            """
            insert into access_record (id, client_ref, act, occurred_at, requester, controllers, outcome, explanation)
            select i.id, a.client_ref, a.act, a.occurred_at - interval '1 hour' - (i.n / 3) * interval '1 ms', a.requester,
              controllers, a.outcome, jsonb_set(explanation::jsonb, '{queryId}', to_jsonb(i.id::text))
            from access_record a join use_log u on u.access_id = a.id,
              (select gen_random_uuid() as id, n from generate_series(1, 1234) n) i
            where u.organisation = '%s'
            """
                .formatted(county));

    assertThat(lines())
        .extracting(line -> line.path("cursor").asString())
        .hasSize(1235)
        .doesNotHaveDuplicates();
  }

  @Test
  void whatHappenedJustNowComesNextTime() {
    calls.query(county, Calls.own(client, county));
    assertThat(lines()).isEmpty();
  }

  @Test
  void nobodyAndNothingIsNamedInIt() {
    String document = calls.stored(county, Calls.metadata(client, county));
    queried(1);

    String all =
        export(MediaType.APPLICATION_NDJSON) + export(MediaType.TEXT_PLAIN, "format", "SYSLOG");

    assertThat(all)
        .contains("70001")
        .doesNotContain(client.text(), client.ref().toString(), "Aino", document);
    assertThat(lines().getLast().path("documents").asInt()).isEqualTo(1);
    assertThat(
            sql()
                .column(
                    "select (answer->>'format') || ' ' || (officer->'professional'->>'name') from supervision"
                        + " where act = 'LOG_EXPORT' and organisation = '"
                        + county
                        + "' order by occurred_at"))
        .containsExactly("NDJSON Tiina Tuomi", "SYSLOG Tiina Tuomi", "NDJSON Tiina Tuomi");
  }

  @Test
  void theSameLinesComeAsSyslog() {
    List<String> made = queried(2);

    List<String> lines = export(MediaType.TEXT_PLAIN, "format", "SYSLOG").lines().toList();

    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .matches("<11[0-9]>1 [0-9T:.-]+Z - lupa - QUERY \\[lupa@32473 .*] QUERY PERMITTED")
        .contains(" queryId=\"" + made.getFirst() + "\"");
  }

  @Test
  void aCursorThatIsNoneIsRefusedBeforeAnythingIsSent() {
    assertThat(new Supervising(calls, county).send("/v1/log/exports", object("cursor", "x")).code())
        .isEqualTo("REQUEST_INVALID");
  }
}
