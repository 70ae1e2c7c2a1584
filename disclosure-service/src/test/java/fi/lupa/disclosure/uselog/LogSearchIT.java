package fi.lupa.disclosure.uselog;

import static fi.lupa.disclosure.support.Given.object;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.EventType;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import fi.lupa.disclosure.support.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An officer reads the use log of the own register, and the clients learn of it. */
class LogSearchIT extends DisclosureIT {
  private static final Topic TOPIC = Topic.of("disclosure.events");

  /** A county of its own for each test, so that its log holds what the test did. */
  private final Oid county = Oids.organisation();

  private final Client client = Client.person();
  private Supervising officer;

  @BeforeEach
  void joined() {
    calls.given(Given.organisation(county, "SOCIAL", "PUBLIC"));
    officer = new Supervising(calls, county);
  }

  private String queried(Oid by, ObjectNode query) {
    return calls.query(by, query).queryId();
  }

  @Test
  void itShowsWhoDidWhatAndWhyInTheOwnRegister() {
    String document = calls.stored(county, Calls.metadata(client, county));
    String id = queried(county, Calls.own(client, county));

    List<JsonNode> rows = officer.rows();

    assertThat(rows).hasSize(2);
    JsonNode row = rows.getFirst();
    assertThat(row.path("queryId").asString()).isEqualTo(id);
    assertThat(row.at("/requester/professional/name").asString()).isEqualTo("Aino Aho");
    assertThat(row.at("/requester/professional/id").asString()).isEqualTo("70001");
    assertThat(row.path("purpose").asString()).isEqualTo("SERVICE_PROVISION");
    assertThat(row.path("outcome").asString()).isEqualTo("PERMITTED");
    assertThat(row.at("/stated/relationship/explanation").asString())
        .isEqualTo("Asiakirjojen laadun valvonta");
    assertThat(row.at("/documents/0/documentOid").asString()).isEqualTo(document);
    assertThat(row.path("client").asString()).doesNotContain(client.ref().toString());
    assertThat(rows.toString()).doesNotContain(client.text(), client.ref().toString());
    assertThat(rows.get(1).path("act").asString()).isEqualTo("STORE");
  }

  @Test
  void whatOthersTookFromTheRegisterIsThereAndOnlyThat() {
    calls.given(Given.informed(client.ref()), Given.permit(client.ref(), "SOCIAL_CARE"));
    String ours = calls.stored(county, Calls.metadata(client, county));
    String theirs = calls.stored(NORTH, Calls.metadata(client, NORTH));
    String id = queried(SOUTH, Calls.disclosure(client, SOUTH));

    JsonNode row = officer.rows("basis", "DISCLOSURE").getFirst();
    assertThat(row.path("queryId").asString()).isEqualTo(id);
    assertThat(row.at("/requester/organisation").asString()).isEqualTo(SOUTH.value());
    assertThat(row.path("documents").toString()).contains(ours).doesNotContain(theirs);

    JsonNode asked = new Supervising(calls, SOUTH).rows("client", client.json()).getFirst();
    assertThat(asked.path("documents").toString()).contains(ours, theirs);
    assertThat(asked.path("client"))
        .as("another organisation's pseudonym")
        .isNotEqualTo(row.path("client"));
    assertThat(new Supervising(calls, HOSPITAL).ids("client", client.json()))
        .as("whom it didn't concern")
        .isEmpty();
  }

  @Test
  void whatWasWithheldIsTheControllersToKnowNotTheRequesters() {
    calls.given(Given.informed(client.ref()), Given.permit(client.ref(), "SOCIAL_CARE"));
    String hidden = calls.stored(county, Calls.metadata(client, county));
    calls.stored(NORTH, Calls.metadata(client, NORTH));
    calls.given(Given.prohibition(client.ref(), "DOCUMENT", "document", hidden));
    String id = queried(SOUTH, Calls.disclosure(client, SOUTH).put("controller", county.value()));

    assertThat(officer.rows("basis", "DISCLOSURE").getFirst().path("outcome").asString())
        .isEqualTo("PARTIAL");
    Supervising asker = new Supervising(calls, SOUTH);
    JsonNode row = asker.rows("client", client.json()).getFirst();
    assertThat(row.path("queryId").asString()).isEqualTo(id);
    assertThat(row.path("outcome").asString()).isEqualTo("PERMITTED");
    assertThat(row.toString()).doesNotContain(hidden, county.value() + "\"}", "PARTIAL");
    assertThat(asker.ids("client", client.json(), "outcome", "PARTIAL"))
        .as("the filter doesn't tell either")
        .isEmpty();
    assertThat(asker.ids("client", client.json(), "outcome", "PERMITTED")).contains(id);
  }

  @Test
  void whatAnotherRegisterWithheldIsNotToldToAController() {
    calls.given(Given.informed(client.ref()), Given.permit(client.ref(), "SOCIAL_CARE"));
    calls.stored(county, Calls.metadata(client, county));
    String hidden = calls.stored(NORTH, Calls.metadata(client, NORTH));
    calls.given(Given.prohibition(client.ref(), "DOCUMENT", "document", hidden));
    String id = queried(SOUTH, Calls.disclosure(client, SOUTH));

    assertThat(officer.rows("basis", "DISCLOSURE").getFirst().path("outcome").asString())
        .isEqualTo("PERMITTED");
    assertThat(officer.ids("outcome", "PARTIAL")).as("the filter doesn't tell either").isEmpty();
    assertThat(new Supervising(calls, NORTH).ids("client", client.json(), "outcome", "PARTIAL"))
        .containsExactly(id);
  }

  @Test
  void deniedOnesAreThereWhereTheRegisterWasNamed() {
    String id = queried(SOUTH, Calls.use(client, SOUTH, county));

    JsonNode row = officer.rows("outcome", "DENIED").getFirst();
    assertThat(row.path("queryId").asString()).isEqualTo(id);
    assertThat(row.path("reasonCode").asString()).isNotEmpty();
  }

  @Test
  void everyFilterNarrows() {
    calls.stored(county, Calls.metadata(client, county));
    String mine = queried(county, Calls.own(client, county));
    ObjectNode byAnother = Calls.own(Client.person(), county);
    ObjectNode requester = (ObjectNode) byAnother.path("requester");
    requester.put("unit", Oids.unit(county, 2).value());
    ((ObjectNode) requester.path("professional")).put("id", "70002");
    String another = queried(county, byAnother);

    assertThat(officer.ids("client", client.json())).contains(mine).doesNotContain(another);
    assertThat(officer.ids("professional", Map.of("id", "70002"))).containsExactly(another);
    assertThat(officer.ids("professional", Map.of("id", "70002", "organisation", SOUTH))).isEmpty();
    assertThat(officer.ids("unit", Oids.unit(county, 2))).containsExactly(another);
    assertThat(officer.ids("from", "2026-11-23T00:00:00Z")).isEmpty();
    assertThat(officer.ids("to", "2026-11-22T00:00:00Z")).isEmpty();
    assertThat(officer.ids("from", "2026-11-22T00:00:00Z", "to", "2026-11-24T00:00:00Z"))
        .contains(mine, another);
    assertThat(officer.search("from", "2026-11-23T00:00:00Z", "to", "2026-11-22T00:00:00Z").code())
        .isEqualTo("REQUEST_INVALID");
  }

  @Test
  void aTemporaryIdentifiersRowsAreFoundByThePersonOnceLinked() {
    Client former = Client.temporary();
    calls.stored(county, Calls.metadata(former, county));
    String id = queried(county, Calls.own(former, county));
    assertThat(officer.ids("client", client.json())).isEmpty();

    calls.given(Given.link(client.ref(), former.ref()));

    assertThat(officer.ids("client", client.json())).contains(id);
    assertThat(TOPIC.await(former.ref().toString(), 3).getLast().type())
        .as("told where the row stands")
        .isEqualTo(EventType.LOG_SEARCHED.ceType());
  }

  @Test
  void pagesGoOnWhereTheyEndedAndEachIsOnRecord() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.addFirst(queried(county, Calls.own(Client.person(), county)));
    }
    List<String> seen = new ArrayList<>();
    List<String> searches = new ArrayList<>();
    ObjectNode page = object("limit", 2);
    do {
      JsonNode body = officer.send(Supervising.SEARCH, page.deepCopy()).body();
      body.path("items").forEach(row -> seen.add(row.path("queryId").asString()));
      searches.add(body.path("searchId").asString());
      page.set("cursor", body.path("next"));
    } while (!page.path("cursor").isNull());

    assertThat(seen).isEqualTo(made);
    assertThat(
            sql()
                .column(
                    "select id::text from supervision where act = 'LOG_SEARCH' and organisation = '"
                        + county
                        + "' order by occurred_at"))
        .isEqualTo(searches)
        .hasSize(3);
    assertThat(officer.search("cursor", "nonsense").code()).isEqualTo("REQUEST_INVALID");
  }

  @Test
  void everyClientWhoseRowsWereShownIsTold() {
    Client other = Client.person();
    queried(county, Calls.own(client, county));
    queried(county, Calls.own(client, county));
    queried(county, Calls.own(other, county));

    String search = officer.search().text("searchId");

    List<Topic.Told> told = TOPIC.about(search);
    assertThat(told).extracting(Topic.Told::violations).allMatch(List::isEmpty);
    assertThat(told)
        .extracting(one -> one.key() + " " + one.data().path("entries").asInt())
        .containsExactlyInAnyOrder(client.ref() + " 2", other.ref() + " 1");
    assertThat(told.getFirst().data().path("sought").asBoolean()).isFalse();
    assertThat(told.toString()).doesNotContain("Tiina", "70009", client.text());
  }

  @Test
  void whoWasAskedForIsToldAlsoWhenNothingWasFound() {
    String search = officer.search("client", client.json()).text("searchId");

    Topic.Told told = TOPIC.about(search).getFirst();
    assertThat(told.key()).isEqualTo(client.ref().toString());
    assertThat(told.data().path("entries").asInt()).isZero();
    assertThat(told.data().path("sought").asBoolean()).isTrue();
  }

  @Test
  void nothingIsShownThatCantBeToldOrRecorded() {
    queried(county, Calls.own(client, county));
    sql()
        .run("alter table supervision add constraint broken check (act <> 'LOG_SEARCH') not valid");
    try {
      assertThat(new Supervising(plainCalls(), county).search().status()).isEqualTo(500);
    } finally {
      sql().run("alter table supervision drop constraint broken");
    }
    assertThat(
            sql()
                .count(
                    "select count(*) from outbox where type like '%log-searched%' and payload::text like '%"
                        + client.ref()
                        + "%'"))
        .isZero();
  }

  @Test
  void theOfficerHasATaskInAUnitOfTheOrganisation() {
    assertThat(code(Oids.unit(SOUTH, 1), "ADMINISTRATION")).isEqualTo("REQUESTER_UNIT_UNKNOWN");
    assertThat(code(Oids.unit(county, 1), "NOBODY")).isEqualTo("ROLE_MISSING");
    assertThat(new Supervising(calls, Oids.organisation()).search().code())
        .isEqualTo("ORG_NOT_JOINED");
    calls.given(Given.organisation(county, "SOCIAL", "PUBLIC").with("status", "LEFT").version(2));
    assertThat(officer.search().status()).as("it answers for its log all the same").isEqualTo(200);
  }

  private String code(Oid unit, String role) {
    Answer answer =
        officer.send(
            Supervising.SEARCH,
            object(
                "requester",
                object(
                    "unit",
                    unit,
                    "professional",
                    Map.of("id", "70009", "name", "Tiina Tuomi", "role", role))));
    assertThat(answer.status()).isEqualTo(403);
    return answer.code();
  }
}
