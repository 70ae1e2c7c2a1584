package fi.lupa.authorization.usageright.expire;

import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Events;
import fi.lupa.authorization.support.Events.Told;
import fi.lupa.authorization.support.Persons;
import fi.lupa.authorization.usageright.UsageRightChanges;
import fi.lupa.platform.fence.Fence;
import fi.lupa.platform.sql.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ExpiryIT extends AuthorizationIT {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-22T22:00:00Z");

  @Autowired private ExpireStore rights;
  @Autowired private DepartureStore departures;
  @Autowired private PushStore pushes;
  @Autowired private UsageRightChanges changes;
  @Autowired private Transactions transactions;
  @Autowired private Fence fence;

  private String organiser;
  private String producer;
  private ObjectNode lastDayToday;

  @BeforeEach
  void parties() {
    organiser = calls.registered();
    producer = calls.registered();
    lastDayToday = with(Calls.grant(Persons.newIdentityCode(), producer), "end", TODAY);
  }

  @Test
  void aRightEndsAtTheMidnightAfterItsLastDayAndNotBefore() {
    String id = granted(lastDayToday);
    at(MIDNIGHT.minusMillis(1)).endAllDue().block();
    assertThat(read(id).path("version").asLong()).isEqualTo(1);

    at(MIDNIGHT).endAllDue().block();
    JsonNode ended = read(id);
    assertThat(ended.path("version").asLong()).isEqualTo(2);
    assertThat(ended.path("endedAt").asString()).isEqualTo("2026-11-22T22:00:00Z");
    assertThat(ended.path("endReason").asString()).isEqualTo("END_DATE");
    assertThat(DISCLOSURE.pushed(id)).hasSize(2);
  }

  @Test
  void afterHavingBeenDownItEndsAsOfTheMomentItWasDue() {
    String id = granted(lastDayToday);
    at(MIDNIGHT.plusSeconds(400_000)).endAllDue().block();
    assertThat(read(id).path("endedAt").asString()).isEqualTo("2026-11-22T22:00:00Z");
  }

  @Test
  void nobodyIsNamedAsHavingEndedIt() {
    String id = granted(lastDayToday);
    at(MIDNIGHT).endAllDue().block();
    JsonNode newest =
        calls.get("/v1/usage-rights/" + id + "/versions", producer).body().at("/items/0");
    assertThat(newest.path("change").asString()).isEqualTo("ENDED");
    assertThat(newest.at("/changedBy/system").asString()).isEqualTo("lupa");
    assertThat(newest.path("changedBy").has("organisation")).isFalse();
  }

  @Test
  void anEndThatWasOrderedKeepsItsReason() {
    String id = granted(with(lastDayToday, "end", "2026-12-31"));
    calls.end(organiser, id, "\"1\"", body("reason", "CONTRACT_ENDED", "on", TODAY));
    at(MIDNIGHT).endAllDue().block();
    assertThat(read(id).path("endReason").asString()).isEqualTo("CONTRACT_ENDED");
    assertThat(read(id).path("version").asLong()).isEqualTo(3);
  }

  @Test
  void eachEndsExactlyOnceHoweverManyLook() {
    List<String> ids =
        IntStream.range(0, 12)
            .mapToObj(
                i -> granted(with(Calls.grant(Persons.newIdentityCode(), producer), "end", TODAY)))
            .toList();
    IntStream.range(0, 6).parallel().forEach(i -> at(MIDNIGHT).endAllDue().block());
    at(MIDNIGHT).endAllDue().block();
    for (String id : ids) {
      List<Told> told = Events.await(id, 2);
      assertThat(told).allSatisfy(event -> assertThat(event.violations()).isEmpty());
      assertThat(read(id).path("version").asLong()).isEqualTo(2);
      assertThat(DISCLOSURE.pushed(id)).hasSize(2);
    }
    assertThat(Events.all().stream().filter(event -> ids.contains(event.key()))).hasSize(24);
  }

  @Test
  void theServiceItselfLooksForWhatIsDue() throws Exception {
    String id = granted(lastDayToday);
    sql()
        .run(
            "update usage_right set start_day = '2026-11-01', end_day = '2026-11-20',"
                + " granted_at = '2026-11-01T10:00:00Z' where id = '"
                + id
                + "'");
    Awaitility.await().until(() -> read(id).path("endReason").asString().equals("END_DATE"));
    assertThat(read(id).path("endedAt").asString()).isEqualTo("2026-11-20T22:00:00Z");
  }

  private Expiry at(Instant now) {
    return new Expiry(
        rights, departures, pushes, changes, transactions, fence, Clock.fixed(now, ZoneOffset.UTC));
  }

  private String granted(ObjectNode grant) {
    return calls.grant(organiser, grant).text("id");
  }

  private JsonNode read(String id) {
    return calls.get("/v1/usage-rights/" + id, organiser).body();
  }
}
