package fi.lupa.disclosure.citizen.documents;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.citizen.documents.ViewMatrix.Row;
import fi.lupa.disclosure.document.OwnDocumentStore;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.testkit.TestIssuer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The same rows by what the service's own stores load, and over HTTP. */
class ViewMatrixIT extends DisclosureIT {
  private static final String LIST = "/v1/my/documents";
  private static final int ALL = 200;

  @Autowired private FactStore facts;
  @Autowired private OwnDocumentStore documents;
  @Autowired private HiddenKinds hidden;
  @Autowired private Clock clock;

  /** Rows don't meet: each has a client of its own. */
  @Test
  void everyRowAnswersAsTheRulesDo() {
    Map<String, Throwable> wrong = new TreeMap<>();
    for (Row row : ViewMatrix.load().rows()) {
      try {
        check(row, row.client(), Client.person(), UUID.randomUUID());
      } catch (RuntimeException | AssertionError e) {
        wrong.put(row.name(), e);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private void check(Row row, Client client, Client representative, UUID relation) {
    Map<String, Oid> oids = new LinkedHashMap<>();
    row.documents().forEach(name -> oids.put(name, stored(row, client, name)));
    List<Given.Fact> given = row.facts(client.ref(), representative.ref(), relation, oids);
    given.forEach(calls::given);
    bySql(
        row,
        new OwnView(
            row.citizen(client, representative, relation),
            Objects.requireNonNull(facts.load(client.ref(), List.of(), true).block()),
            clock.instant(),
            hidden),
        oids);
    overHttp(row, client, token(row, client, representative, relation), oids);
  }

  private Oid stored(Row row, Client client, String name) {
    JsonNode document = row.document(name);
    ObjectNode metadata = Calls.metadata(client, NORTH);
    Map.of(
            "type",
            "documentType",
            "tasks",
            "serviceTasks",
            "category",
            "specialCategory",
            "old",
            "old",
            "show",
            "showToClient")
        .forEach((from, to) -> {
          if (document.has(from)) {
            metadata.set(to, document.path(from));
          }
        });
    if (row.isCommon(name)) {
      Calls.common(metadata, "2026-01-01", client, Client.person());
    }
    return new Oid(calls.stored(NORTH, metadata));
  }

  private void bySql(Row row, OwnView view, Map<String, Oid> oids) {
    assertThat(ViewMatrixTest.closed(view)).as("by SQL").isEqualTo(row.denied());
    if (row.denied().isEmpty()) {
      view.fill(Objects.requireNonNull(documents.page(view.refs(), null, ALL).block()), ALL);
      assertThat(ViewMatrixTest.shown(view))
          .as("by SQL")
          .isEqualTo(ViewMatrixTest.oids(row.shows(), oids));
      assertThat(ViewMatrixTest.withheld(view))
          .as("by SQL")
          .isEqualTo(ViewMatrixTest.codes(row, oids));
    }
  }

  private static String token(Row row, Client client, Client representative, UUID relation) {
    return row.isRepresented()
        ? TestIssuer.shared()
            .representativeToken(client.text(), representative.text(), relation, row.role().name())
        : Calls.citizenToken(client);
  }

  private void overHttp(Row row, Client client, String token, Map<String, Oid> oids) {
    Answer list = calls.send(HttpMethod.GET, LIST, token, null);
    if (!row.denied().isEmpty()) {
      denied(row, list);
      oids.values().forEach(oid -> denied(row, one(client, token, oid)));
    } else {
      assertThat(list.status()).as(list.body().toString()).isEqualTo(200);
      assertThat(
              list.body()
                  .path("items")
                  .valueStream()
                  .map(item -> item.path("id").asString())
                  .collect(Collectors.toSet()))
          .isEqualTo(
              row.shows().stream()
                  .map(name -> client.reference(oids.get(name)))
                  .collect(Collectors.toSet()));
      oids.forEach((name, oid) ->
          assertThat(one(client, token, oid).status())
              .as(name)
              .isEqualTo(row.shows().contains(name) ? 200 : 404));
    }
    recorded(row, client, oids);
  }

  private Answer one(Client client, String token, Oid document) {
    return calls.send(HttpMethod.GET, LIST + "/" + client.reference(document), token, null);
  }

  private static void denied(Row row, Answer answer) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo(row.denied());
  }

  /** The look at the list is on record, with what was withheld and why. */
  private static void recorded(Row row, Client client, Map<String, Oid> oids) {
    String look =
        sql()
            .column(
                "select json_build_object('code', coalesce(reason_code, ''), 'withheld', withheld)::text"
                    + " from citizen_view where act = 'LIST' and client_ref = '"
                    + client.ref()
                    + "'")
            .getFirst();
    JsonNode record = Given.JSON.readTree(look);
    assertThat(record.path("code").asString()).isEqualTo(row.denied());
    assertThat(
            record
                .path("withheld")
                .valueStream()
                .collect(
                    Collectors.toMap(
                        seen -> seen.path("documentOid").asString(),
                        seen -> seen.path("code").asString())))
        .isEqualTo(ViewMatrixTest.codes(row, oids));
  }
}
