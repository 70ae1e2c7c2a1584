package fi.lupa.acceptance;

import static fi.lupa.acceptance.api.Organisation.NORTH;
import static fi.lupa.acceptance.api.Organisation.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.acceptance.api.Call;
import fi.lupa.acceptance.api.Declarations;
import fi.lupa.acceptance.api.Document;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Records;
import fi.lupa.acceptance.api.Reply;
import fi.lupa.acceptance.api.Unreachable;
import fi.lupa.acceptance.api.World;
import fi.lupa.acceptance.system.Lupa;
import fi.lupa.acceptance.system.Part;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A prohibition that its client was told to be in force is obeyed by the very next query; one that
 * the consent-service stored and then died with is obeyed before anybody is told so.
 */
@Order(41)
@Isolated("it stops what the others use")
class FenceIT {
  private static final int ROUNDS = Integer.getInteger("lupa.acceptance.prohibitions", 150);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Lupa lupa = Lupa.shared();

  @BeforeAll
  static void prepare() {
    World.prepare();
  }

  @AfterEach
  void allAreBack() {
    signal("CONT");
    lupa.ensure(Part.CONSENT);
  }

  @Test
  void theVeryNextQueryObeys() {
    Person person = asked();
    var times = new ArrayList<Duration>();
    int stale = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long sent = System.nanoTime();
      Reply set = Http.expect(201, Declarations.prohibitTask(person, "FAMILIES"));
      times.add(Duration.ofNanos(System.nanoTime() - sent));
      assertThat(set.holds("/effective")).isTrue();
      stale += disclosed(person) ? 1 : 0;
      Http.expect(200, cancel(person, set));
      assertThat(disclosed(person)).isTrue();
    }
    List<Duration> sorted = times.stream().sorted().toList();
    System.out.printf(
        "prohibition sent to told in force, %d of them: p50 %.1f ms, p99 %.1f ms; stale %d of %d%n",
        ROUNDS,
        sorted.get(ROUNDS / 2).toNanos() / 1e6,
        sorted.get(ROUNDS * 99 / 100).toNanos() / 1e6,
        stale,
        ROUNDS);
    assertThat(stale).isZero();
  }

  /** The disclosure-service stands still, so the push can't be answered when the kill comes. */
  @Test
  void killedBetweenCommitAndPushNothingIsToldAndNothingIsLost() {
    Person person = asked();
    Call prohibit = Declarations.prohibitTask(person, "FAMILIES");
    int before = stored();

    signal("STOP");
    CompletableFuture<Optional<Reply>> answer =
        CompletableFuture.supplyAsync(() -> sent(prohibit), task -> Thread.ofVirtual().start(task));
    await().pollInterval(Duration.ofMillis(1)).atMost(PATIENCE).until(() -> stored() > before);
    lupa.kill(Part.CONSENT);
    assertThat(answer.join()).as("told in force").isNotPresent();
    signal("CONT");

    lupa.start(Part.CONSENT);
    await().atMost(PATIENCE).until(() -> !disclosed(person));
    Reply again = Http.expect(201, prohibit);
    assertThat(again.holds("/effective")).isTrue();
    assertThat(stored()).isEqualTo(before + 1);
    assertThat(disclosed(person)).isFalse();
  }

  /** The answer that says it is in force, if one came. */
  private static Optional<Reply> sent(Call call) {
    try {
      return Optional.of(Http.send(call)).filter(reply -> reply.status() == 201);
    } catch (Unreachable gone) {
      return Optional.empty();
    }
  }

  /** A client with a document whose disclosure only a prohibition can stop. */
  private static Person asked() {
    Person person = Person.next();
    Http.expect(201, Document.xhtml("1506.7009", "FAMILIES", person).intoOwn(NORTH, person));
    Http.expect(201, Declarations.inform(person));
    Http.expect(201, Declarations.permitSocialCare(person));
    assertThat(disclosed(person)).isTrue();
    return person;
  }

  private static boolean disclosed(Person person) {
    return !Records.documents(Http.expect(200, Records.disclosure(SOUTH, person))).isEmpty();
  }

  private static Call cancel(Person person, Reply set) {
    String at = "/v1/my/prohibitions/" + set.text("/id") + "/cancellation";
    return Call.of("POST", at).as(person).ifMatch(set.header("ETag"));
  }

  /** Prohibitions that the consent-service has committed. */
  private int stored() {
    try (Connection database = lupa.database("consent");
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from prohibition")) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(lupa.pid(Part.DISCLOSURE)))
          .start()
          .waitFor();
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
