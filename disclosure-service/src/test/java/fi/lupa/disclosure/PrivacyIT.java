package fi.lupa.disclosure;

import static fi.lupa.disclosure.support.Given.object;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.event.Topics;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Topic;
import fi.lupa.testkit.Backends;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import tools.jackson.databind.node.ObjectNode;

/** What is personal comes in with a body and leaves with an answer to who may see it only. */
@ExtendWith(OutputCaptureExtension.class)
class PrivacyIT extends DisclosureIT {
  private static final String NAME = "Tuulikki Salainen";
  private static final String TITLE = "Otsikkosalaisuus";
  private static final String TEXT = "Sisältösalaisuus";

  private final Client client = Client.person();
  private final List<Answer> refused = new ArrayList<>();

  private ObjectNode metadata() {
    ObjectNode metadata = Calls.metadata(client, NORTH);
    metadata.set("title", object("fi", TITLE));
    metadata.set("author", object("name", NAME, "title", "ohjaaja"));
    return metadata;
  }

  private ObjectNode query() {
    ObjectNode query = Calls.own(client, NORTH).put("include", "CONTENT");
    ((ObjectNode) query.at("/requester/professional")).put("name", NAME);
    return query;
  }

  private Answer store(ObjectNode metadata, byte[] content) {
    return calls.store(
        NORTH, Calls.upload(metadata, content, MediaType.APPLICATION_XHTML_XML), Calls.newKey());
  }

  @Test
  void nothingPersonalIsInEventsLogsProblemsOrOtherTables(CapturedOutput output) {
    assertThat(store(metadata(), Calls.page(TEXT)).status()).isEqualTo(201);
    assertThat(calls.query(NORTH, query()).body().toString()).contains(TEXT, TITLE, NAME);
    calls.query(SOUTH, Calls.disclosure(client, SOUTH));
    ObjectNode stored = metadata();
    String oid = calls.stored(NORTH, stored);
    assertThat(store(stored.put("baseVersion", oid + ".1"), Calls.page(TEXT)).status())
        .isEqualTo(201);
    ObjectNode voiding = Calls.voiding(client, NORTH);
    ((ObjectNode) voiding.path("professional")).put("name", NAME);
    assertThat(calls.voided(NORTH, oid, voiding, Calls.newKey()).status()).isEqualTo(200);
    refused.add(calls.voided(NORTH, oid, voiding, Calls.newKey()));
    refused.add(calls.voided(NORTH, client.text(), voiding, Calls.newKey()));
    refused.add(calls.voided(NORTH, oid, voiding.put("reason", client.text()), Calls.newKey()));
    refused.add(store(metadata().put("unit", "1.2.3"), Calls.page(TEXT)));
    refused.add(store(metadata(), Calls.page("<" + TEXT + ">" + client.text())));
    refused.add(store(metadata(), Calls.page("<script>" + TEXT + "</script>&" + NAME + ";")));
    refused.add(store(metadata(), (TEXT + "ä").getBytes(StandardCharsets.ISO_8859_1)));
    refused.add(store(metadata().put("language", client.text()), Calls.page(TEXT)));
    refused.add(store(metadata().put(client.text(), TEXT), Calls.page(TEXT)));
    refused.add(calls.query(NORTH, query().put("cursor", client.text())));
    refused.add(calls.query(NORTH, query().put("purpose", client.text())));
    refused.add(calls.query(NORTH, query().put(client.text(), NAME)));
    refused.add(calls.pushed("{\"client\": " + client.text()));
    refused.add(calls.version(client.text(), client.text()));
    assertThat(refused)
        .allSatisfy(answer -> {
          assertThat(answer.status()).isBetween(400, 499);
          ObjectNode problem = answer.body().deepCopy().asObject();
          problem.remove("instance");
          assertThat(problem.toString()).doesNotContain(client.text(), NAME, TITLE, TEXT);
        });

    Topic topic = new Topic(Backends.kafka(), Topics.DISCLOSURE);
    topic.await(client.ref().toString(), 7);
    assertThat(topic.all().toString()).doesNotContain(client.text(), NAME, TITLE, TEXT);
    for (String table : List.of("outbox", "idempotency", "client_fact", "organisation_fact")) {
      assertThat(sql().column("select t::text from " + table + " t").toString())
          .doesNotContain(client.text(), NAME, TITLE, TEXT);
    }
    for (String table : List.of("document", "access_record")) {
      assertThat(sql().column("select t::text from " + table + " t").toString())
          .doesNotContain(client.text(), TEXT);
    }
    assertThat(output.getAll()).doesNotContain(client.text(), NAME, TITLE, TEXT);
  }

  @Test
  void anErrorOfTheDatabaseIsLoggedWithoutItsWords(CapturedOutput output) {
    sql().run("alter table document add constraint broken check (language <> 'en') not valid");
    try {
      Answer answer = plainCalls().store(NORTH, metadata().put("language", "en"));
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.code()).isEqualTo("INTERNAL_ERROR");
      assertThat(ownLines(output)).contains("unforeseen error").doesNotContain("broken", NAME);
    } finally {
      sql().run("alter table document drop constraint broken");
    }
  }

  /** Without what the database itself says on the same console. */
  private static String ownLines(CapturedOutput output) {
    return output
        .getAll()
        .lines()
        .filter(line -> !line.contains("EmbeddedPostgres"))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void metricsNameNobody() {
    calls.query(NORTH, query());
    String metrics =
        new String(
            plainHttp()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBodyContent(),
            StandardCharsets.UTF_8);
    assertThat(metrics)
        .contains("lupa_facts_unreadable_total", "/v1/record-queries")
        .doesNotContain(client.text(), NAME, NORTH.value());
    assertThat(Given.ALL_FUNCTIONS).isNotEmpty();
  }
}
