package fi.lupa.disclosure.fact;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RightPower;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.Event;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.decision.Inquiry;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.disclosure.decision.Stated;
import fi.lupa.disclosure.decision.Storing;
import fi.lupa.disclosure.decision.TestRoles;
import fi.lupa.disclosure.decision.Verdict;
import fi.lupa.disclosure.support.Oids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/**
 * However the events of a history are delivered, twice and in any order, the decisions are those of
 * somebody who was there.
 */
class RightHistoryProperties {
  @Provide
  Arbitrary<Random> randoms() {
    return Arbitraries.longs().map(Random::new);
  }

  @Property(tries = 4000)
  void decisionsAreThoseOfAWitness(
      @ForAll("randoms") Random random, @ForAll @IntRange(min = 1, max = 40) int happenings) {
    RightHistory history = new RightHistory(random);
    history.live(happenings);
    Facts facts = delivered(history.events, random);
    for (Oid who : List.of(RightHistory.PRODUCER, RightHistory.SUBCONTRACTOR)) {
      Inquiry inquiry = inquiry(history, who);
      boolean reads = Rulebook.ACT_703_2023.decide(inquiry, facts) instanceof Verdict.Allowed;
      boolean writes =
          Rulebook.ACT_703_2023.store(
                  inquiry,
                  facts,
                  new Storing(history.now(), false, null, false, List.of()),
                  Duration.ZERO)
              instanceof Verdict.Allowed;
      assertThat(reads).isEqualTo(history.may(who, RightPower.READ));
      assertThat(writes).isEqualTo(history.may(who, RightPower.WRITE));
      Statistics.label("may read").collect(reads);
      Statistics.label("may read").coverage(c -> c.check(true).percentage(p -> p > 5));
    }
  }

  /** One after the other, some twice, each applied to what is known by then. */
  private static Facts delivered(List<Event> events, Random random) {
    List<Event> all = new ArrayList<>(events);
    all.addAll(events.stream().filter(event -> random.nextBoolean()).toList());
    Collections.shuffle(all, random);
    List<Event> projection = new ArrayList<>();
    for (Event event : all) {
      projection.add(event);
      List<Event> newest = Fact.newest(projection).stream().map(Fact::event).toList();
      projection.clear();
      projection.addAll(newest);
    }
    return Facts.of(projection);
  }

  private static Inquiry inquiry(RightHistory history, Oid who) {
    return new Inquiry(
        Basis.REGISTER_USAGE_RIGHT,
        who,
        Oids.unit(who, 1),
        RightHistory.ORGANISER,
        false,
        null,
        Set.of(ServiceTask.OLDER_PEOPLE),
        Set.of(),
        Sector.SOCIAL,
        TestRoles.role("PRIVATE_PROVISION"),
        Stated.NOTHING,
        history.now());
  }
}
