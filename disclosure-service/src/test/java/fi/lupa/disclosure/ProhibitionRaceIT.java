package fi.lupa.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.contracts.event.Topics;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Topic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whether a query can still be served after a client has been told that a prohibition is in force.
 * Both sides: when a prohibition is acknowledged as soon as it is published, queries are; when the
 * fence acknowledges it, none is, whatever Kafka does meanwhile.
 */
class ProhibitionRaceIT extends DisclosureIT {
  private static final int INTERLEAVINGS = Integer.getInteger("lupa.race.interleavings", 10_000);
  private static final int SHOWN = 200;
  private static final int WITHOUT_KAFKA = INTERLEAVINGS / 10;
  private static final int CLIENTS = 6;

  private final Topic consent = Topic.of(Topics.CONSENT);

  /** Without the fence: publishing is all that stands between the act and its acknowledgement. */
  @Test
  void publishedAloneAProhibitionIsAcknowledgedTooSoon() {
    ProhibitionRace race = race(consent::send);

    race.run(1, SHOWN);

    System.out.println("acknowledged when published: " + race);
    assertThat(race.served()).as("served after the acknowledgement").isPositive();
    await().untilAsserted(() -> assertThat(race.lastIsObeyed()).isTrue());
  }

  @Test
  void behindTheFenceNoQueryIsServedAfterTheAcknowledgement() {
    Random random = new Random(5);
    List<Given.Fact> told = Collections.synchronizedList(new ArrayList<>());
    ProhibitionRace race =
        race(fact -> {
          told.add(fact);
          late(told, random).forEach(consent::send);
          calls.given(fact);
          consent.send(fact);
        });

    race.run(CLIENTS, INTERLEAVINGS);

    System.out.println("behind the fence, events repeated and out of order: " + race);
    assertThat(race.stale()).as(race.toString()).isZero();
    assertThat(race.judged()).as("queries that had to know").isGreaterThan(INTERLEAVINGS / 4);
    assertThat(race.overlapping()).as("queries beside a push").isGreaterThan(INTERLEAVINGS / 20);
  }

  /** Some that were told before, in any order and again. */
  private static List<Given.Fact> late(List<Given.Fact> told, Random random) {
    synchronized (told) {
      return random.ints(random.nextInt(3), 0, told.size()).mapToObj(told::get).toList();
    }
  }

  @Test
  void behindTheFenceKafkaIsNotNeeded() {
    kafka().refuse();
    ProhibitionRace race = race(calls::given);

    race.run(CLIENTS, WITHOUT_KAFKA);

    System.out.println("behind the fence, Kafka away: " + race);
    assertThat(race.stale()).as(race.toString()).isZero();
    assertThat(race.judged()).isPositive();
  }

  private ProhibitionRace race(ProhibitionRace.Acknowledgement acknowledgement) {
    return new ProhibitionRace(keptCalls(), acknowledgement, this::prepared);
  }

  private ProhibitionRace.Asked prepared() {
    Client client = Client.person();
    calls.stored(NORTH, Calls.metadata(client, NORTH));
    calls.given(Given.informed(client.ref()), Given.permit(client.ref(), "SOCIAL_CARE"));
    return new ProhibitionRace.Asked(
        Given.prohibition(client.ref(), "CONTROLLER", "controller", NORTH),
        SOUTH,
        Calls.disclosure(client, SOUTH));
  }
}
