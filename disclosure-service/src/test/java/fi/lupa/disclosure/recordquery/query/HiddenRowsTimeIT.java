package fi.lupa.disclosure.recordquery.query;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A question takes as long whether something is hidden or not: within what one answer differs from
 * the next. Hidden documents are read, judged and recorded, so it can't be exactly the same.
 */
class HiddenRowsTimeIT extends DisclosureIT {
  private static final Logger LOG = LoggerFactory.getLogger(HiddenRowsTimeIT.class);
  private static final int DOCUMENTS = 20;
  private static final int HIDDEN = 10;
  private static final int WARM_UP = 60;
  private static final int ROUNDS = 200;

  private final Client plain = Client.person();
  private final Client hiding = Client.person();

  @Test
  void howLongItTakesTellsNothing() {
    for (Client client : List.of(plain, hiding)) {
      calls.given(
          Given.informed(client.ref()),
          Given.permit(client.ref(), "SOCIAL_CARE"),
          Given.prohibition(client.ref(), "SERVICE_TASK", "serviceTask", "SUBSTANCE_ABUSE"));
      for (int i = 0; i < DOCUMENTS; i++) {
        calls.stored(NORTH, Calls.metadata(client, NORTH));
      }
    }
    for (int i = 0; i < HIDDEN; i++) {
      ObjectNode secret = Calls.metadata(hiding, NORTH);
      secret.putArray("serviceTasks").add("SUBSTANCE_ABUSE");
      calls.stored(NORTH, secret);
    }
    List<Client> asked = List.of(plain, hiding);
    long[][] times = new long[asked.size()][ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int i = 0; i < asked.size(); i++) {
        // each of them in each place of the round
        int who = Math.floorMod(i + round, asked.size());
        long took = time(asked.get(who));
        if (round >= 0) {
          times[who][round] = took;
        }
      }
    }

    long[] sorted = Arrays.stream(times[0]).sorted().toArray();
    long[] others = Arrays.stream(times[1]).sorted().toArray();
    LOG.info(
        "us: nothing hidden p25 {} p50 {} p75 {}, {} hidden p25 {} p50 {} p75 {}",
        sorted[ROUNDS / 4],
        sorted[ROUNDS / 2],
        sorted[ROUNDS * 3 / 4],
        HIDDEN,
        others[ROUNDS / 4],
        others[ROUNDS / 2],
        others[ROUNDS * 3 / 4]);
    assertThat(others[ROUNDS / 2])
        .as("median of %s hidden, within what answers without any take", HIDDEN)
        .isLessThan(sorted[ROUNDS * 9 / 10]);
  }

  private long time(Client client) {
    ObjectNode query = Calls.disclosure(client, SOUTH).put("recordedFrom", "2020-01-01T00:00:00Z");
    long start = System.nanoTime();
    Answer answer = calls.query(SOUTH, query);
    long took = (System.nanoTime() - start) / 1_000;
    assertThat(answer.documents()).hasSize(DOCUMENTS);
    return took;
  }
}
