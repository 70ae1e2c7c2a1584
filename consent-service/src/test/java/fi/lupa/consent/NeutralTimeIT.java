package fi.lupa.consent;

import static fi.lupa.consent.Registrations.GUARDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.testkit.TestIssuer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How long an answer takes doesn't tell why it is no. Not exact: one statement more, or one less,
 * would be seen.
 */
class NeutralTimeIT extends ServiceUnderTest {
  private static final int ROUNDS = 150;
  private static final int WARM_UP = 50;
  private static final double NOISE = 2.0;

  @Test
  void aBarredGuardianWaitsAsLongAsAStranger() {
    String child = Children.child();
    String barred = person();
    String ended = person();
    String stranger = person();
    Api operator = api(Registrations.operatorToken());
    operator
        .create(
            "/v1/representations",
            Registrations.body(child, barred, GUARDIAN, ",\"blocks\":[\"TAKEN_INTO_CARE\"]"))
        .is(201);
    Answer held =
        operator
            .create("/v1/representations", Registrations.body(child, ended, GUARDIAN, ""))
            .is(201);
    operator.change("/v1/representations/" + held.id() + "/end", 1, null).is(200);

    List<String> asked = List.of(barred, ended, stranger);
    List<long[]> times = new ArrayList<>();
    asked.forEach(one -> times.add(new long[ROUNDS]));
    Api issuer = api(TestIssuer.shared().token(Registrations.OPERATOR, "representations.check"));
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int i = 0; i < asked.size(); i++) {
        // each of them in each place of the round
        int who = Math.floorMod(i + round, asked.size());
        long took = time(issuer, child, asked.get(who));
        if (round >= 0) {
          times.get(who)[round] = took;
        }
      }
    }

    List<Long> medians = times.stream().map(NeutralTimeIT::median).sorted().toList();
    assertThat((double) medians.getLast() / medians.getFirst())
        .as("medians in microseconds: %s", medians)
        .isLessThan(NOISE);
  }

  private static long time(Api issuer, String represented, String representative) {
    String body =
        """
        {"represented":{"identityCode":"%s"},"representative":{"identityCode":"%s"}}\
        """
            .formatted(represented, representative);
    long start = System.nanoTime();
    issuer.search("/internal/representations/checks", body).is(403, "NO_REPRESENTATION");
    return (System.nanoTime() - start) / 1_000;
  }

  private static long median(long[] times) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
