package fi.lupa.acceptance;

import static fi.lupa.acceptance.api.Organisation.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.acceptance.api.Declarations;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.MyLog;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Records;
import fi.lupa.acceptance.api.Reply;
import fi.lupa.acceptance.api.Rights;
import fi.lupa.acceptance.api.World;
import fi.lupa.acceptance.load.Ledger;
import fi.lupa.acceptance.system.Lupa;
import fi.lupa.acceptance.system.Part;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Kafka stopped for a while: everything goes on, and the log says that it lags. */
@Order(50)
@Isolated("it stops what the others use")
class KafkaAwayIT {
  private static final Duration AWAY =
      Duration.ofSeconds(Long.getLong("lupa.acceptance.kafkaAway", 12));
  private static final Duration CATCH_UP = Duration.ofSeconds(30);

  private final Lupa lupa = Lupa.shared();

  @AfterEach
  void kafkaIsBack() {
    lupa.ensure(Part.KAFKA);
  }

  @Test
  void queriesAndDeclarationsGoOnAndTheLogCatchesUp() {
    World.prepare();
    var ledger = new Ledger();
    Person watcher = Person.next();
    await().atMost(CATCH_UP).until(() -> MyLog.reach(watcher).isAfter(Instant.EPOCH));
    lupa.stop(Part.KAFKA);
    Instant stopped = Instant.now();
    Instant reached = MyLog.reach(watcher);
    int rounds = 0;
    while (Instant.now().isBefore(stopped.plus(AWAY))) {
      round(ledger);
      assertThat(MyLog.reach(watcher)).as("coverage stands still").isEqualTo(reached);
      rounds++;
    }
    assertThat(reached).isBefore(stopped);
    assertThat(ledger.people())
        .allSatisfy(person -> assertThat(MyLog.of(person).entries()).isEmpty());
    Instant back = Instant.now();
    lupa.start(Part.KAFKA);
    await().atMost(CATCH_UP).until(() -> MyLog.reach(watcher).isAfter(back));
    ledger.requireAllInLogOnce();
    System.out.printf(
        "Kafka away for %d s: %d rounds of grant, permit, prohibition and queries; the log had caught up %d ms after its start%n",
        AWAY.toSeconds(), rounds, Duration.between(back, Instant.now()).toMillis());
  }

  /** One client's right and prohibition, each obeyed by the very next query. */
  private static void round(Ledger ledger) {
    Person person = Person.next();
    Reply right = Http.expect(201, Rights.grant(person, "FAMILIES"));
    assertThat(right.holds("/effective")).isTrue();
    ledger.access(person, Http.expect(200, Records.underRight(person)));
    Http.expect(201, Declarations.inform(person));
    Http.expect(201, Declarations.permitSocialCare(person));
    assertThat(Http.expect(201, Declarations.prohibitTask(person, "FAMILIES")).holds("/effective"))
        .isTrue();
    ledger.access(person, Http.expect(200, Records.disclosure(SOUTH, person)));
    Http.expect(200, Rights.end(right.text("/id"), right.header("ETag")));
    ledger.access(person, Http.refuse(403, "REGISTER_RIGHT_ENDED", Records.underRight(person)));
  }
}
