package fi.lupa.disclosure.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.decision.Matrix.Row;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import fi.lupa.disclosure.support.SafetyOf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The golden matrix over HTTP: same answers, with the facts pushed and the documents stored. */
class DecisionMatrixIT extends DisclosureIT {
  private static final int AT_ONCE = 6;

  /** Rows don't meet: each has clients, and where it changes them organisations, of its own. */
  @Test
  void everyRowAnswersAsTheRulebookDoes() {
    Map<String, Throwable> wrong = new ConcurrentSkipListMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Row row : Matrix.load().rows()) {
        threads.execute(() -> {
          try {
            check(row);
          } catch (RuntimeException | AssertionError e) {
            wrong.put(row.name(), e);
          }
        });
      }
    }
    assertThat(wrong).isEmpty();
  }

  private void check(Row row) {
    Client client = row.client();
    calls.givenOnce(row.organisations());
    Map<String, Oid> documents = new LinkedHashMap<>();
    row.documents().forEach(name -> documents.put(name, stored(row, client, name)));
    calls.given(row.facts(client.ref(), documents).toArray(Given.Fact[]::new));
    row.protections()
        .forEach(one ->
            new SafetyOf(sql(), client)
                .protects(
                    row.organisation("north"),
                    one.since().toString(),
                    one.until() == null ? null : one.until().toString()));
    if (row.isStore()) {
      store(row, client);
    } else {
      query(row, client, documents);
      if (row.isCommon()) {
        query(row.ofOther(), row.other(), documents);
      }
    }
  }

  private Oid stored(Row row, Client client, String name) {
    JsonNode document = row.document(name);
    Oid controller = row.organisation(document.path("controller").asString());
    ObjectNode metadata = Calls.metadata(client, controller);
    metadata.set("documentType", document.path("type"));
    metadata.set("serviceTasks", document.path("tasks"));
    if (document.has("services")) {
      metadata.set("socialServices", document.path("services"));
    }
    metadata.set("recordedAt", document.path("recordedAt"));
    Map.of("old", "old", "phase", "phase", "category", "specialCategory")
        .forEach((from, to) -> {
          if (document.has(from)) {
            metadata.set(to, document.path(from));
          }
        });
    if (row.isCommon()) {
      metadata.remove("client");
      metadata.set(
          "clients", Given.JSON.valueToTree(List.of(inMatter(client), inMatter(row.other()))));
    }
    return new Oid(calls.stored(controller, metadata));
  }

  private static Map<String, Object> inMatter(Client client) {
    return Map.of("client", client.json(), "joined", "2020-01-01");
  }

  private void query(Row row, Client client, Map<String, Oid> documents) {
    JsonNode request = row.request();
    Oid by = row.organisation(request.path("by").asString());
    ObjectNode query = Calls.own(client, by);
    query.set("requester", Calls.requester(unit(row, request, by)));
    query.set("basis", request.path("basis"));
    query.remove("relationship");
    if (!request.path("relationship").asString("").isEmpty()) {
      query.set("relationship", relationship(request.path("relationship").asString()));
    }
    if (request.path("basis").asString().equals("DISCLOSURE")) {
      query.put("ground", "PERMIT");
    }
    copy(row, request, query);
    ((ObjectNode) query.at("/requester/professional")).put("role", row.role());
    query.put("include", "CONTENT");
    if (row.needsContact()) {
      query.put("contactData", "NEEDED");
    }
    Answer answer = calls.query(by, query);
    JsonNode explanation = calls.explanation(by, answer.queryId()).body();
    if (!row.denied().isEmpty()) {
      denied(row, answer, explanation);
      return;
    }
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    assertThat(answer.documents())
        .containsExactlyInAnyOrderElementsOf(
            row.gives().stream().map(name -> documents.get(name).value()).toList());
    boolean partial = !row.withholds().isEmpty();
    boolean told = !isNarrowed(query);
    assertThat(answer.outcome()).isEqualTo(partial && told ? "PARTIAL" : "PERMITTED");
    assertThat(answer.body().has("someDataNotAvailable")).isEqualTo(told);
    assertThat(answer.body().path("someDataNotAvailable").asBoolean(false))
        .isEqualTo(partial && told);
    assertThat(texts(answer.body().at("/decision/legalReferences"))).isEqualTo(row.law());
    assertThat(answer.body().path("documents").values())
        .allMatch(document -> document.has("contactData") != row.hides().isEmpty())
        .allMatch(document -> document.has("content") == row.hides().isEmpty());
    assertThat(failed(explanation)).isEqualTo(row.hides());
    assertThat(withheld(answer.queryId()))
        .isEqualTo(
            row.withholds().entrySet().stream()
                .collect(
                    Collectors.toMap(e -> documents.get(e.getKey()).value(), Map.Entry::getValue)));
  }

  private static boolean isNarrowed(JsonNode query) {
    return query.has("socialServices")
        || (query.path("basis").asString().equals("DISCLOSURE")
            && (query.has("controller") || query.has("serviceTasks")));
  }

  private static String failed(JsonNode explanation) {
    return explanation
        .path("rules")
        .valueStream()
        .map(rule -> rule.path("code").asString(""))
        .collect(Collectors.joining());
  }

  /** What the record says was withheld, read where it stands: no reader sees all of it. */
  private static Map<String, String> withheld(String queryId) {
    JsonNode record =
        Given.JSON.readTree(
            sql()
                .column("select explanation from access_record where id = '" + queryId + "'")
                .getFirst());
    return record
        .path("withheld")
        .valueStream()
        .collect(
            Collectors.toMap(
                d -> d.path("documentOid").asString(), d -> d.path("code").asString()));
  }

  private void store(Row row, Client client) {
    JsonNode request = row.request();
    Oid by = row.organisation(request.path("by").asString());
    ObjectNode metadata = Calls.metadata(client, by);
    metadata.set("basis", request.path("basis"));
    metadata.set("recordedAt", request.path("recordedAt"));
    metadata.put("unit", unit(row, request, by).value());
    copy(row, request, metadata);
    if (request.has("old")) {
      metadata.set("old", request.path("old"));
    }
    if (row.chain().isObject()) {
      metadata.set("chain", row.chain());
    }
    Answer answer = calls.store(by, metadata);
    JsonNode explanation = calls.explanation(by, answer.queryId()).body();
    if (row.denied().isEmpty()) {
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
      assertThat(texts(explanation.path("legalReferences"))).isEqualTo(row.law());
    } else {
      denied(row, answer, explanation);
    }
  }

  private static void denied(Row row, Answer answer, JsonNode explanation) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo(row.denied());
    assertThat(explanation.path("outcome").asString()).isEqualTo("DENIED");
    assertThat(explanation.path("reasonCode").asString()).isEqualTo(row.denied());
    assertThat(texts(explanation.path("legalReferences"))).isEqualTo(row.law());
    assertThat(explanation.path("given")).isEmpty();
  }

  private static ObjectNode relationship(String type) {
    ObjectNode stated = Given.object("type", type);
    return switch (type) {
      case "OTHER_TASK" -> stated.put("explanation", "Perheen palvelutarpeen arviointi");
      case "CARE_RELATIONSHIP" -> stated.put("id", "visit-2026-117");
      default -> stated;
    };
  }

  private static Oid unit(Row row, JsonNode request, Oid by) {
    Oid of = request.has("unitOf") ? row.organisation(request.path("unitOf").asString()) : by;
    return Oids.unit(of, request.path("unit").asInt());
  }

  private static void copy(Row row, JsonNode request, ObjectNode to) {
    if (request.has("controller")) {
      to.put("controller", row.organisation(request.path("controller").asString()).value());
    }
    if (request.has("tasks")) {
      to.set("serviceTasks", request.path("tasks"));
    }
    if (request.has("services")) {
      to.set("socialServices", request.path("services"));
    }
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
