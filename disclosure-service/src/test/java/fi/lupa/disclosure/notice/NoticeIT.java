package fi.lupa.disclosure.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.EventType;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Oids;
import fi.lupa.disclosure.support.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

/** A disclosure made by other means is on record and in the client's log. */
class NoticeIT extends DisclosureIT {
  private static final Topic TOPIC = Topic.of("disclosure.events");

  private final Client client = Client.person();

  private Answer note(Oid by, ObjectNode notice, String key) {
    return calls.send(
        HttpMethod.POST,
        "/v1/disclosure-notices",
        Calls.token(by, "records.write"),
        notice,
        "Idempotency-Key",
        key);
  }

  private List<String> kept() {
    return sql()
        .column(
            "select disclosed_on || ' ' || notice from disclosure_notice where client_ref = '"
                + client.ref()
                + "'");
  }

  @Test
  void personsStayHereAndTheRestGoesToTheLog() {
    ObjectNode notice = Calls.notice(client, NORTH);
    Answer noted = note(NORTH, notice, Calls.newKey());

    assertThat(noted.status()).as(noted.body().toString()).isEqualTo(201);
    assertThat(kept()).hasSize(1);
    assertThat(kept().getFirst())
        .startsWith("2026-11-20")
        .contains("Risto Rinne", "Aino Aho", "RECIPIENTS_RIGHT")
        .doesNotContain(client.text());
    Topic.Told told = TOPIC.about(noted.text("noticeId")).getFirst();
    assertThat(told.type()).isEqualTo(EventType.DISCLOSURE_NOTICED.ceType());
    assertThat(told.key()).isEqualTo(client.ref().toString());
    assertThat(told.violations()).isEmpty();
    assertThat(told.data().at("/recipient/name/fi").asString())
        .isEqualTo("Itä-Suomen poliisilaitos");
    assertThat(told.data().at("/documents/0/count").asInt()).isEqualTo(1);
    assertThat(told.value())
        .doesNotContain(
            "Risto", "Aino", client.text(), notice.at("/documents/0/documentOid").asString());
  }

  @Test
  void theSameNoticeTwiceIsOne() {
    ObjectNode notice = Calls.notice(client, NORTH);
    String key = Calls.newKey();
    Answer first = note(NORTH, notice, key);

    assertThat(note(NORTH, notice, key).body()).isEqualTo(first.body());
    assertThat(kept()).hasSize(1);
    assertThat(note(NORTH, notice.put("purpose", "CARE"), key).code())
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void mistakesAreToldAndNothingIsKept() {
    ObjectNode notice =
        Calls.notice(client, NORTH).put("disclosedOn", "2026-11-24").put("ground", "UNKNOWN");
    notice.remove("documents");
    assertThat(note(NORTH, notice, Calls.newKey()).pointers())
        .containsExactly("/disclosedOn", "/ground", "/disclosed");
    assertThat(
            note(NORTH, Calls.notice(client, NORTH).put("provision", "x 1"), Calls.newKey())
                .pointers())
        .containsExactly("/provision");
    assertThat(kept()).isEmpty();
  }

  @Test
  void theAuthorIsOfTheOrganisation() {
    ObjectNode notice = Calls.notice(client, NORTH);
    ((ObjectNode) notice.path("author")).put("unit", Oids.unit(SOUTH, 1).value());
    assertThat(note(NORTH, notice, Calls.newKey()).code()).isEqualTo("REQUESTER_UNIT_UNKNOWN");
    assertThat(kept()).isEmpty();
  }
}
