package fi.lupa.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.event.Topics;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Topic;
import fi.lupa.testkit.Backends;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without its record and its event there is no answer, and nothing half-done is left behind. */
class RecordFirstIT extends DisclosureIT {
  private final Client client = Client.person();

  private void failing(String table) {
    sql()
        .run(
            "create or replace function fail() returns trigger language plpgsql as"
                + " $$ begin raise exception 'no'; end $$;"
                + " create trigger failing before insert on "
                + table
                + " for each row execute function fail()");
  }

  @AfterEach
  void mended() {
    for (String table : List.of("outbox", "access_record")) {
      sql().run("drop trigger if exists failing on " + table);
    }
  }

  private List<String> left() {
    String mine = " where client_ref = '" + client.ref() + "'";
    return sql()
        .column(
            "select 'record' from access_record"
                + mine
                + " union all select 'document' from document"
                + mine
                + " union all select 'content' from document_content"
                + mine);
  }

  @ParameterizedTest
  @ValueSource(strings = {"outbox", "access_record"})
  void noRecordNoAnswer(String table) {
    failing(table);
    Calls plain = plainCalls();

    Answer query = plain.query(NORTH, Calls.own(client, NORTH));
    Answer denied = plain.query(PRODUCER, Calls.use(client, PRODUCER, NORTH));
    Answer store = plain.store(NORTH, Calls.metadata(client, NORTH));

    assertThat(List.of(query, denied, store))
        .allSatisfy(answer -> {
          assertThat(answer.status()).isIn(500, 503);
          assertThat(answer.body().has("queryId")).isFalse();
        });
    assertThat(left()).isEmpty();

    mended();
    Answer answered = calls.query(NORTH, Calls.own(client, NORTH));
    assertThat(answered.status()).isEqualTo(200);
    List<Topic.Told> told =
        new Topic(Backends.kafka(), Topics.DISCLOSURE).await(client.ref().toString(), 1);
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().value()).contains(answered.queryId());
  }

  @Test
  void everyAnswerHasItsRecordAndItsEvent() {
    for (int i = 0; i < 5; i++) {
      for (Answer answer :
          List.of(
              calls.query(NORTH, Calls.own(client, NORTH)),
              calls.query(PRODUCER, Calls.use(client, PRODUCER, NORTH)),
              calls.store(NORTH, Calls.metadata(client, NORTH)))) {
        assertThat(
                sql()
                    .count(
                        "select count(*) from access_record where id = '" + answer.queryId() + "'"))
            .isEqualTo(1);
      }
    }
    assertThat(new Topic(Backends.kafka(), Topics.DISCLOSURE).await(client.ref().toString(), 15))
        .hasSize(15);
  }

  @Test
  void aDatabaseThatIsAwayIsToldAsSuch() {
    wire().refuse();
    Answer query = calls.query(NORTH, Calls.own(client, NORTH));
    assertThat(query.status()).isEqualTo(503);
    assertThat(query.headers().getFirst("Retry-After")).isNotNull();
    assertThat(calls.store(NORTH, Calls.metadata(client, NORTH)).status()).isEqualTo(503);
    wire().resume();
    assertThat(left()).isEmpty();
    // connections of before are met one by one, and each may fail once
    Awaitility.await()
        .during(Duration.ofSeconds(1))
        .until(() ->
            calls.query(NORTH, Calls.own(client, NORTH)).status() == 200
                && calls.store(NORTH, Calls.metadata(client, NORTH)).status() == 201);
  }
}
