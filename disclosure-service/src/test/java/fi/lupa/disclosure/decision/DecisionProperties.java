package fi.lupa.disclosure.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.PermitState;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.InformingRecorded;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.PermitChanged;
import fi.lupa.contracts.event.ProhibitionChanged;
import fi.lupa.contracts.event.RecordsQueried;
import fi.lupa.contracts.event.UsageRightChanged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What must hold for any facts, any request and any documents. */
class DecisionProperties {
  /** Facts, a request and documents. */
  record Situation(List<Event> events, Inquiry inquiry, List<Doc> documents) {
    Set<Oid> given() {
      return DecisionProperties.given(events, inquiry, documents);
    }

    Situation with(Event... more) {
      List<Event> all = new ArrayList<>(events);
      all.addAll(List.of(more));
      return new Situation(all, inquiry, documents);
    }

    Situation where(Predicate<Event> kept) {
      return new Situation(events.stream().filter(kept).toList(), inquiry, documents);
    }

    Situation asking(Inquiry other) {
      return new Situation(events, other, documents);
    }
  }

  @Provide
  Arbitrary<Situation> situations() {
    return Arbitraries.randomValue(RandomWorld::situation);
  }

  static Set<Oid> given(List<Event> events, Inquiry inquiry, List<Doc> documents) {
    return switch (Rulebook.ACT_703_2023.decide(inquiry, Facts.of(events))) {
      case Verdict.Denied _ -> Set.of();
      case Verdict.Allowed allowed ->
          documents.stream()
              .filter(document -> document.isIn(allowed.scope(), inquiry))
              .filter(document ->
                  allowed.documentRules().judge(document) instanceof DocumentVerdict.Given)
              .map(Doc::documentOid)
              .collect(Collectors.toSet());
    };
  }

  @Property(tries = 4000)
  void aNaiveReadingOfTheLawAgrees(@ForAll("situations") Situation situation) {
    Set<Oid> given = situation.given();
    Statistics.label("documents given").collect(given.isEmpty() ? "none" : "some");
    Statistics.label("documents given")
        .coverage(coverage -> coverage.check("some").percentage(p -> p > 7));
    assertThat(given)
        .isEqualTo(
            new NaiveLaw(situation.events(), situation.inquiry()).given(situation.documents()));
  }

  @Property
  void aProhibitionNeverWidens(@ForAll("situations") Situation situation, @ForAll Random random) {
    Event prohibition = new RandomWorld(random).prohibition();
    assertThat(situation.given()).containsAll(situation.with(prohibition).given());
  }

  @Property
  void withdrawingAndRefusingNeverWiden(
      @ForAll("situations") Situation situation, @ForAll boolean withdrawn) {
    PermitState state = withdrawn ? PermitState.WITHDRAWN : PermitState.REFUSED;
    List<Event> after =
        situation.events().stream()
            .map(event -> event instanceof PermitChanged p ? RandomWorld.in(state, p) : event)
            .toList();
    assertThat(situation.given())
        .containsAll(given(after, situation.inquiry(), situation.documents()));
  }

  @Property
  void endingARightNeverWidens(@ForAll("situations") Situation situation, @ForAll Random random) {
    List<Event> after = new ArrayList<>(situation.events());
    after.replaceAll(event ->
        event instanceof UsageRightChanged right && random.nextBoolean()
            ? RandomWorld.ended(right, situation.inquiry().now())
            : event);
    assertThat(situation.given())
        .containsAll(given(after, situation.inquiry(), situation.documents()));
  }

  @Property
  void takingAwayAFactThatAllowsNeverWidens(
      @ForAll("situations") Situation situation, @ForAll Random random) {
    Situation after =
        situation.where(event -> event instanceof ProhibitionChanged || random.nextBoolean());
    assertThat(situation.given()).containsAll(after.given());
  }

  @Property
  void usageRightAndOwnRegisterKnowNeitherPermitNorProhibition(
      @ForAll("situations") Situation situation, @ForAll Random random) {
    if (situation.inquiry().basis() == Basis.DISCLOSURE) {
      return;
    }
    RandomWorld world = new RandomWorld(random);
    Situation bare =
        situation.where(
            event -> event instanceof OrganisationChanged || event instanceof UsageRightChanged);
    assertThat(situation.given())
        .isEqualTo(bare.given())
        .isEqualTo(bare.with(world.prohibition(), world.permit(), world.informing()).given());
  }

  @Property
  void aDisclosureKnowsAUsageRightOnlyAsProofOfARelationship(
      @ForAll("situations") Situation situation) {
    if (situation.inquiry().basis() == Basis.DISCLOSURE
        && situation.inquiry().relationship() != Relationship.CLIENT_RELATIONSHIP) {
      assertThat(situation.given())
          .isEqualTo(situation.where(event -> !(event instanceof UsageRightChanged)).given());
    }
  }

  @Property
  void askingForLessNeverGivesMore(@ForAll("situations") Situation situation) {
    Inquiry all = RandomWorld.unfiltered(situation.inquiry());
    Assume.that(!statesOwnTasks(situation.inquiry()));
    assertThat(situation.asking(all).given()).containsAll(situation.given());
  }

  /** Naming a task isn't only asking for less: some roles see what is of the task they name. */
  private static boolean statesOwnTasks(Inquiry inquiry) {
    Role role = inquiry.role();
    return role != null
        && inquiry.basis() != Basis.REGISTER_USAGE_RIGHT
        && role.scope().rows().stream().anyMatch(row -> !row.ownTasks().isEmpty());
  }

  @Property
  void theOrderOfFactsDoesNotMatter(
      @ForAll("situations") Situation situation, @ForAll Random random) {
    List<Event> shuffled = new ArrayList<>(situation.events());
    Collections.shuffle(shuffled, random);
    assertThat(given(shuffled, situation.inquiry(), situation.documents()))
        .isEqualTo(situation.given());
  }

  @Property
  void noDisclosureWithoutInformingAndPermit(@ForAll("situations") Situation situation) {
    if (situation.inquiry().basis() == Basis.DISCLOSURE) {
      assertThat(situation.where(e -> !(e instanceof InformingRecorded)).given()).isEmpty();
      assertThat(situation.where(e -> !(e instanceof PermitChanged)).given()).isEmpty();
    }
  }

  @Property
  void everyDenialSaysWhereItStopped(@ForAll("situations") Situation situation) {
    Verdict verdict =
        Rulebook.ACT_703_2023.decide(situation.inquiry(), Facts.of(situation.events()));
    assertThat(verdict.rules()).isNotEmpty();
    List<RuleResult> failed = verdict.rules().stream().filter(result -> !result.passed()).toList();
    if (verdict instanceof Verdict.Denied denied) {
      assertThat(failed).singleElement().isEqualTo(verdict.rules().getLast());
      assertThat(failed.getFirst().rule()).isEqualTo(denied.rule());
    } else {
      assertThat(failed).isEmpty();
    }
    assertThat(situation.events()).noneMatch(RecordsQueried.class::isInstance);
  }
}
