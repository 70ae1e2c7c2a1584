package fi.lupa.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.MyLog;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Records;
import fi.lupa.acceptance.api.Rights;
import fi.lupa.acceptance.api.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** How soon after an access the citizen sees it: within a second, says issue 2. */
@Order(11)
@Isolated("it takes the time of a system that does nothing else")
class VisibilityIT {
  private static final int WARM_UP = 20;
  private static final int ACCESSES = 100;
  private static final Duration PROMISED = Duration.ofSeconds(1);

  @Test
  void anAccessIsInTheLogWithinASecond() {
    World.prepare();
    Person person = Person.next();
    Http.expect(201, Rights.grant(person, "OLDER_PEOPLE"));
    for (int i = 0; i < WARM_UP; i++) {
      accessToVisible(person);
    }
    var times = new ArrayList<Duration>();
    for (int i = 0; i < ACCESSES; i++) {
      times.add(accessToVisible(person));
    }
    List<Duration> sorted = times.stream().sorted().toList();
    System.out.printf(
        "access to visible over %d accesses: p50 %d ms, p95 %d ms, max %d ms%n",
        ACCESSES,
        sorted.get(ACCESSES / 2).toMillis(),
        sorted.get(ACCESSES * 95 / 100).toMillis(),
        sorted.getLast().toMillis());
    assertThat(sorted.getLast()).isLessThan(PROMISED);
  }

  /** From the query's answer to the log's answer that has it. */
  private static Duration accessToVisible(Person person) {
    String before = MyLog.newest(person);
    Http.expect(200, Records.underRight(person));
    long answered = System.nanoTime();
    while (MyLog.newest(person).equals(before)) {
      Duration waited = Duration.ofNanos(System.nanoTime() - answered);
      assertThat(waited).as("not in the log").isLessThan(PROMISED.multipliedBy(10));
    }
    return Duration.ofNanos(System.nanoTime() - answered);
  }
}
