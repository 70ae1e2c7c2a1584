package fi.lupa.disclosure.uselog;

import static fi.lupa.disclosure.support.Given.object;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.matter.MatterDocuments;
import fi.lupa.disclosure.matter.Storing;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import fi.lupa.disclosure.uselog.signal.Signal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Each signal is raised by what it names, and by nothing near it. */
class SignalsIT extends DisclosureIT {
  private final Oid county = Oids.organisation();
  private final Client client = Client.person();
  private static final String LATER = "2026-11-21T00:00:00Z";

  private Supervising officer;

  @BeforeEach
  void joined() {
    calls.given(Given.organisation(county, "SOCIAL", "PUBLIC"));
    officer = new Supervising(calls, county);
  }

  private String queried() {
    return calls.query(county, Calls.own(client, county)).queryId();
  }

  /** As if it had happened then. */
  private void happened(String id, String time) {
    for (String table :
        List.of(
            "access_record set occurred_at = '%s' where id",
            "use_log set occurred_at = '%s' where access_id")) {
      sql().run("update " + table.formatted(time) + " = '" + id + "'");
    }
  }

  @Test
  void allAreListedWithTheirExplanations() {
    Answer listed =
        calls.send(HttpMethod.GET, "/v1/log/signals", Calls.token(county, "log.supervise"), null);
    assertThat(listed.body().path("items").valueStream().map(one -> one.path("signal").asString()))
        .containsExactlyElementsOf(Arrays.stream(Signal.values()).map(Enum::name).toList());
    assertThat(CONTRACT.document().at("/components/schemas/Signal/enum").valueStream())
        .extracting(JsonNode::asString)
        .containsExactlyElementsOf(Arrays.stream(Signal.values()).map(Enum::name).toList());
  }

  @Test
  void anOrdinaryAccessRaisesNone() {
    String id = queried();
    happened(id, "2026-11-22T10:00:00Z");
    assertThat(officer.signals(id)).isEmpty();
  }

  @Test
  void nightIsFromTenToSixInFinland() {
    String id = queried();
    for (String night :
        List.of("2026-11-20T20:00:00Z", "2026-11-21T03:59:59Z", "2026-07-01T19:30:00Z")) {
      happened(id, night);
      assertThat(officer.signals(id)).as(night).contains("NIGHT");
      assertThat(officer.ids("signal", "NIGHT", "from", "2026-01-01T00:00:00Z")).contains(id);
    }
    for (String day :
        List.of("2026-11-20T19:59:59Z", "2026-11-21T04:00:00Z", "2026-07-01T18:59:59Z")) {
      happened(id, day);
      assertThat(officer.signals(id)).as(day).doesNotContain("NIGHT");
    }
  }

  @Test
  void manyClientsAreThirtyWithinAnHour() {
    String last = "";
    for (int i = 0; i < 30; i++) {
      last = calls.query(county, Calls.own(Client.person(), county)).queryId();
      if (i == 28) {
        assertThat(officer.ids("signal", "MANY_CLIENTS")).isEmpty();
      }
    }
    assertThat(officer.ids("signal", "MANY_CLIENTS")).containsExactly(last);
    ObjectNode byAnother = Calls.own(client, county);
    ((ObjectNode) byAnother.at("/requester/professional")).put("id", "70002");
    calls.query(county, byAnother);
    assertThat(officer.ids("signal", "MANY_CLIENTS")).containsExactly(last);
    sql()
        .run(
            "update use_log set occurred_at = occurred_at + interval '1 hour' where access_id = '"
                + last
                + "'");
    assertThat(officer.ids("signal", "MANY_CLIENTS")).isEmpty();
  }

  @Test
  void theHourOfManyClientsBeginsAtAnyMinute() {
    String first = queried();
    happened(first, "2026-11-20T10:31:00Z");
    String last = "";
    for (int i = 1; i < 30; i++) {
      last = calls.query(county, Calls.own(Client.person(), county)).queryId();
      happened(last, Instant.parse("2026-11-20T10:31:00Z").plusSeconds(120 * i).toString());
    }
    assertThat(officer.ids("signal", "MANY_CLIENTS", "from", "2026-11-20T11:00:00Z"))
        .containsExactly(last);
    assertThat(officer.ids("signal", "MANY_CLIENTS", "to", "2026-11-20T11:29:00Z")).isEmpty();
    assertThat(
            officer.ids(
                "signal", "MANY_CLIENTS", "professional", object("id", "70001"), "to", LATER))
        .containsExactly(last);

    happened(first, "2026-11-20T10:29:00Z");
    assertThat(officer.ids("signal", "MANY_CLIENTS", "from", "2026-11-20T00:00:00Z")).isEmpty();
  }

  @Test
  void aWeekWithoutADocumentIsNeededForItToBeMissing() {
    String id = queried();
    happened(id, "2026-11-10T10:00:00Z");
    // the rule goes by the database's clock
    sql()
        .run(
            "update use_log set occurred_at = now() - interval '8 days' where access_id = '"
                + id
                + "'");
    assertThat(officer.ids("signal", "NO_LATER_DOCUMENT", "from", "2026-01-01T00:00:00Z"))
        .containsExactly(id);

    calls.stored(county, Calls.metadata(client, county));
    sql()
        .run(
            "update use_log set occurred_at = now() - interval '7 days' where act = 'STORE' and client_ref = '"
                + client.ref()
                + "'");
    assertThat(officer.ids("signal", "NO_LATER_DOCUMENT", "from", "2026-01-01T00:00:00Z"))
        .isEmpty();
  }

  @Test
  void theSurnameIsTheOneOfTheControllersOwnDocument() {
    ObjectNode named = MatterDocuments.relationship();
    MatterDocuments.at(named, "/asiakkuusasiakirja/asiakas").put("sukunimi", "Virta-Aho");
    String before = queried();
    new Storing(calls, client, NORTH).relationship(named);
    assertThat(officer.signals(before)).as("another's register").doesNotContain("SAME_SURNAME");

    new Storing(calls, client, county).relationship(named);

    assertThat(officer.signals(before)).contains("SAME_SURNAME");
    assertThat(officer.ids("signal", "SAME_SURNAME")).containsExactly(before);
    sql().run("update use_log set professional_names = null where access_id = '" + before + "'");
    assertThat(officer.signals(before)).as("a row of before").contains("SAME_SURNAME");
    ObjectNode byAnother = Calls.own(client, county);
    ((ObjectNode) byAnother.at("/requester/professional")).put("name", "Aino Ahola");
    assertThat(officer.signals(calls.query(county, byAnother).queryId()))
        .doesNotContain("SAME_SURNAME");
  }

  private long known(ObjectNode... staff) {
    Answer answer = officer.send("/v1/log/staff", object("items", List.of(staff)));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body().path("known").asLong();
  }

  @Test
  void colleaguesAndAddressesAreKnownOnceTheEmployerTellsThem() {
    ObjectNode living = MatterDocuments.relationship();
    new Storing(calls, client, county).relationship(living);
    String id = queried();
    assertThat(officer.signals(id)).doesNotContain("COLLEAGUE", "SAME_ADDRESS");

    assertThat(
            known(
                object("professional", "70002", "identityCode", client.text()),
                object(
                    "professional",
                    "70001",
                    "address",
                    object("street", " SALATIE  1", "postalCode", "00100"))))
        .isEqualTo(2);
    assertThat(officer.signals(id)).contains("COLLEAGUE", "SAME_ADDRESS");
    assertThat(officer.ids("signal", "SAME_ADDRESS")).containsExactly(id);
    assertThat(
            sql()
                .column("select s::text from staff s where organisation = '" + county + "'")
                .toString())
        .doesNotContainIgnoringCase(client.text())
        .doesNotContainIgnoringCase("salatie");

    assertThat(
            known(
                object(
                    "professional",
                    "70001",
                    "address",
                    object("street", "Salatie 2", "postalCode", "00100"))))
        .isEqualTo(2);
    assertThat(officer.signals(id)).contains("COLLEAGUE").doesNotContain("SAME_ADDRESS");
    assertThat(officer.ids("signal", "SAME_ADDRESS")).isEmpty();
    assertThat(known(object("professional", "70002", "left", true))).isEqualTo(1);
    assertThat(officer.signals(id)).doesNotContain("COLLEAGUE");
    assertThat(
            officer
                .send(
                    "/v1/log/staff",
                    object(
                        "items", List.of(object("professional", "x", "identityCode", "nonsense"))))
                .pointers())
        .containsExactly("/items/0/identityCode");
  }

  @Test
  void aBrokenGlassIsOne() {
    calls.stored(county, Calls.metadata(client, county));
    ObjectNode query =
        Calls.disclosure(client, SOUTH)
            .put("ground", "PROTECTION")
            .put("necessity", "CONFIRMED")
            .put("controller", county.value());
    query.set(
        "protection",
        object(
            "reason",
            "CHILDS_INTEREST",
            "permit",
            "PROHIBITED",
            "immediateCare",
            false,
            "explanation",
            "Lapsi on välittömässä vaarassa."));
    String id = calls.query(SOUTH, query).queryId();
    assertThat(officer.ids("signal", "BREAK_GLASS")).containsExactly(id);
  }
}
