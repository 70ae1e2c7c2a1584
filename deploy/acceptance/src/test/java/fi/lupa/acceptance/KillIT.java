package fi.lupa.acceptance;

import static org.awaitility.Awaitility.await;

import fi.lupa.acceptance.api.MyLog;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.World;
import fi.lupa.acceptance.load.Crowd;
import fi.lupa.acceptance.system.Lupa;
import fi.lupa.acceptance.system.Part;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * kill -9 of each process in turn while clients work: nothing acknowledged is lost, nothing is in
 * the log twice.
 */
@Order(40)
@Isolated("it kills what the others use")
class KillIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SYSTEMS = 3;
  private static final int SOME_REQUESTS = 24;

  private final Lupa lupa = Lupa.shared();

  @AfterEach
  void allAreBack() {
    Part.started().forEach(lupa::ensure);
  }

  @Test
  void nothingAcknowledgedIsLostWhicheverPartIsKilled() {
    World.prepare();
    var crowd = new Crowd(SYSTEMS);
    awaitProgress(crowd);
    for (Part part : Part.started()) {
      int before = crowd.troubles();
      Instant killed = Instant.now();
      lupa.kill(part);
      lupa.start(part);
      awaitProgress(crowd);
      System.out.printf(
          "killed %s: %d attempts failed, all went on after %d ms%n",
          part.label(),
          crowd.troubles() - before,
          Duration.between(killed, Instant.now()).toMillis());
    }
    crowd.end();
    Instant end = Instant.now();
    Person anybody = Person.next();
    await().atMost(PATIENCE).until(() -> MyLog.reach(anybody).isAfter(end));
    System.out.printf(
        "%d clients, %d acknowledged requests, %d failed attempts; coverage caught up %d ms after the last%n",
        crowd.size(),
        crowd.acknowledged(),
        crowd.troubles(),
        Duration.between(end, Instant.now()).toMillis());
    crowd.requireKept();
  }

  private static void awaitProgress(Crowd crowd) {
    int goal = crowd.acknowledged() + SOME_REQUESTS;
    await().atMost(PATIENCE).until(() -> crowd.acknowledged() >= goal);
  }
}
