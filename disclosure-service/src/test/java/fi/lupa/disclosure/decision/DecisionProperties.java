package fi.lupa.disclosure.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.PatientDataGroup;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.PermitState;
import fi.lupa.contracts.RecipientType;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.InformingRecorded;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.PermitChanged;
import fi.lupa.contracts.event.ProhibitionChanged;
import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.disclosure.decision.ShadowWorld.Life;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold for any facts, any request, any documents and under any rulebook. */
class DecisionProperties {
  /** Lives in which each fact has only its newest version: what is taken away leaves no older. */
  @Provide
  Arbitrary<Life> lives() {
    return Arbitraries.randomValue(random -> {
      Life life = new ShadowWorld(random).life();
      return life.lived(ShadowTest.newest(life));
    });
  }

  static Set<Oid> given(Rulebook book, Life life) {
    return given(book.decide(life.inquiry(), ShadowTest.facts(life)), life);
  }

  private static Set<Oid> given(Verdict verdict, Life life) {
    return fates(verdict, life, "given");
  }

  private static Set<Oid> fates(Verdict verdict, Life life, String wanted) {
    return verdict instanceof Verdict.Allowed allowed
        ? life.documents().stream()
            .filter(document -> {
              String fate = ShadowTest.fate(allowed, life.inquiry(), document);
              return wanted.equals(fate)
                  || (wanted.equals("withheld") && !Set.of("given", "unseen").contains(fate));
            })
            .map(Doc::documentOid)
            .collect(Collectors.toSet())
        : Set.of();
  }

  // --- adding what forbids, taking away what allows

  @Property
  void aProhibitionNeverWidens(
      @ForAll Rulebook book, @ForAll("lives") Life life, @ForAll Random random) {
    Life after = with(life, new ShadowWorld(random).prohibition());
    assertThat(given(book, life)).containsAll(given(book, after));
  }

  @Property
  void withdrawingAndRefusingNeverWiden(
      @ForAll Rulebook book, @ForAll("lives") Life life, @ForAll boolean withdrawn) {
    PermitState state = withdrawn ? PermitState.WITHDRAWN : PermitState.REFUSED;
    Life after =
        changed(life, event -> event instanceof PermitChanged p ? ShadowWorld.in(state, p) : event);
    assertThat(given(book, life)).containsAll(given(book, after));
  }

  @Property
  void endingARightNeverWidens(
      @ForAll Rulebook book, @ForAll("lives") Life life, @ForAll Random random) {
    Life after =
        changed(
            life,
            event ->
                event instanceof UsageRightChanged right && random.nextBoolean()
                    ? ShadowWorld.ended(right, ShadowWorld.NOW)
                    : event);
    assertThat(given(book, life)).containsAll(given(book, after));
  }

  @Property
  void anEndOfWhatTiesNeverWidens(
      @ForAll Rulebook book, @ForAll("lives") Life life, @ForAll Random random) {
    List<Tie> fewer = life.ties().stream().filter(tie -> random.nextBoolean()).toList();
    assertThat(given(book, life)).containsAll(given(book, life.tied(fewer)));
  }

  @Property
  void takingAwayAFactThatAllowsNeverWidens(
      @ForAll Rulebook book, @ForAll("lives") Life life, @ForAll Random random) {
    Life after = where(life, e -> forbids(e) || random.nextBoolean());
    assertThat(given(book, life)).containsAll(given(book, after));
  }

  /** Who has a legal representative isn't without one who can judge. */
  private static boolean forbids(Event event) {
    return event instanceof ProhibitionChanged || event instanceof RepresentationChanged;
  }

  @Property
  void takingAwayAProhibitionNeverNarrows(@ForAll Rulebook book, @ForAll("lives") Life life) {
    Life after = where(life, e -> !(e instanceof ProhibitionChanged));
    assertThat(given(book, after)).containsAll(given(book, life));
  }

  // --- who looks at what

  @Property
  void usageRightAndOwnRegisterKnowNeitherPermitNorProhibition(
      @ForAll Rulebook book, @ForAll("lives") Life life, @ForAll Random random) {
    Assume.that(life.inquiry().basis() != Basis.DISCLOSURE);
    ignoresTheClientsWord(book, life, random);
  }

  @Property
  void aStatutoryGroundKnowsNeitherPermitNorProhibition(
      @ForAll Rulebook book, @ForAll("lives") Life life, @ForAll Random random) {
    Assume.that(isStatutory(life.inquiry()));
    ignoresTheClientsWord(book, life, random);
  }

  private static void ignoresTheClientsWord(Rulebook book, Life life, Random random) {
    ShadowWorld world = new ShadowWorld(random);
    Life bare = where(life, e -> !isTheClientsWord(e));
    Life other =
        with(
            with(with(bare, world.prohibition()), world.informing()),
            world.permit(UUID.randomUUID(), 1, PermitKind.SOCIAL_CARE));
    assertThat(given(book, life)).isEqualTo(given(book, bare)).isEqualTo(given(book, other));
  }

  /**
   * It ignores nothing else: what it gives, the most generous client could have given as well, by a
   * permit for everything, of documents that a permit opens.
   */
  @Property(tries = 4000)
  void aStatutoryGroundIgnoresNothingElse(@ForAll Rulebook book, @ForAll("lives") Life life) {
    Inquiry asked = life.inquiry();
    Assume.that(isStatutory(asked));
    List<Event> generous = new ArrayList<>(where(life, e -> !isTheClientsWord(e)).history());
    generous.add(new ShadowWorld(new Random(1)).informing());
    generous.add(everything(PermitKind.SOCIAL_CARE, asked.organisation()));
    generous.add(everything(PermitKind.SOCIAL_TO_HEALTH, asked.organisation()));
    generous.add(everything(PermitKind.HEALTH_TO_SOCIAL, asked.organisation()));
    Life willing =
        new Life(
            generous,
            everyTie(asked),
            life.born(),
            byPermit(asked),
            life.documents().stream().map(DecisionProperties::open).toList());
    assertThat(given(book, willing)).containsAll(given(book, life));
  }

  private static boolean isStatutory(Inquiry asked) {
    // in a joint service the client's prohibitions stand (facts 10.4 row 4)
    return asked.basis() == Basis.DISCLOSURE
        && asked.ground() != Ground.PERMIT
        && asked.ground() != Ground.JOINT_SERVICE;
  }

  private static boolean isTheClientsWord(Event event) {
    return event instanceof PermitChanged
        || event instanceof ProhibitionChanged
        || event instanceof InformingRecorded;
  }

  private static PermitChanged everything(PermitKind kind, Oid recipient) {
    PermitChanged any = new ShadowWorld(new Random(1)).permit(UUID.randomUUID(), 1, kind);
    PermitChanged.Target all =
        new PermitChanged.Target(
            new PermitChanged.Recipient(RecipientType.STATE_UNIT, recipient),
            EnumSet.allOf(ServiceTask.class),
            null,
            null,
            EnumSet.allOf(PatientDataGroup.class));
    return new PermitChanged(
        any.id(),
        1,
        any.client(),
        kind,
        PermitState.GIVEN,
        List.of(all),
        any.textVersion(),
        any.channel(),
        null,
        any.changedAt(),
        null);
  }

  private static List<Tie> everyTie(Inquiry asked) {
    return List.of(
        new Tie(
            Tie.Kind.CLIENT_RELATIONSHIP, new Oid("1.2.6"), 1, asked.organisation(), null, null));
  }

  private static Inquiry byPermit(Inquiry asked) {
    return new Inquiry(
        asked.basis(),
        asked.organisation(),
        asked.unit(),
        asked.controller(),
        false,
        Relationship.OTHER_TASK,
        asked.serviceTasks(),
        asked.socialServices(),
        asked.source(),
        asked.role(),
        new Stated(Ground.PERMIT, true, false, false, false, null),
        asked.now());
  }

  private static Doc open(Doc document) {
    return new Doc(
        document.documentOid(),
        document.controller(),
        document.documentType(),
        document.serviceTasks(),
        document.socialServices(),
        document.recordedAt(),
        false,
        document.specialCategory(),
        document.patientDataGroup());
  }

  @Property
  void nothingByPermitWithoutInformingAndPermit(@ForAll Rulebook book, @ForAll("lives") Life life) {
    Assume.that(
        life.inquiry().basis() == Basis.DISCLOSURE && life.inquiry().ground() == Ground.PERMIT);
    assertThat(given(book, where(life, e -> !(e instanceof InformingRecorded)))).isEmpty();
    if (book != Rulebook.DRAFT_2020) {
      assertThat(given(book, where(life, e -> !(e instanceof PermitChanged)))).isEmpty();
    }
  }

  @Property
  void anUnknownOrganisationGetsNothing(@ForAll Rulebook book, @ForAll("lives") Life life) {
    Oid asker = life.inquiry().organisation();
    Life without = where(life, e -> !(e instanceof OrganisationChanged o && o.oid().equals(asker)));
    assertThat(given(book, without)).isEmpty();
  }

  // --- order

  /** Another order may name another reason; it never turns given, withheld and denied about. */
  @Property(tries = 4000)
  void theOrderOfConditionsChangesNoOutcomesClass(
      @ForAll Rulebook book, @ForAll("lives") Life life, @ForAll Random random) {
    Course course = book.course(life.inquiry(), ShadowTest.facts(life));
    List<Condition> conditions = new ArrayList<>(course.conditions());
    List<DocumentCondition> documents = new ArrayList<>(course.documents());
    Collections.shuffle(conditions, random);
    Collections.shuffle(documents, random);
    Verdict plain = course.decide(book);
    Verdict shuffled =
        new Course(course.way(), conditions, course.scope(), course.reaches(), documents)
            .decide(book);
    assertThat(shuffled).hasSameClassAs(plain);
    for (String fate : List.of("given", "withheld")) {
      assertThat(fates(shuffled, life, fate)).isEqualTo(fates(plain, life, fate));
    }
  }

  @Property
  void theOrderOfFactsDoesNotMatter(
      @ForAll Rulebook book, @ForAll("lives") Life life, @ForAll Random random) {
    List<Event> shuffled = new ArrayList<>(life.history());
    Collections.shuffle(shuffled, random);
    assertThat(given(book, life.lived(shuffled))).isEqualTo(given(book, life));
  }

  @Property
  void everyDenialSaysWhereItStopped(@ForAll Rulebook book, @ForAll("lives") Life life) {
    Verdict verdict = book.decide(life.inquiry(), ShadowTest.facts(life));
    assertThat(verdict.rules()).isNotEmpty();
    List<RuleResult> failed = verdict.rules().stream().filter(result -> !result.passed()).toList();
    if (verdict instanceof Verdict.Denied denied) {
      assertThat(failed).singleElement().isEqualTo(verdict.rules().getLast());
      assertThat(failed.getFirst().rule()).isEqualTo(denied.rule());
    } else {
      assertThat(failed).isEmpty();
    }
  }

  private static Life with(Life life, Event more) {
    List<Event> all = new ArrayList<>(life.history());
    all.add(more);
    return life.lived(all);
  }

  private static Life where(Life life, Predicate<Event> kept) {
    return life.lived(life.history().stream().filter(kept).toList());
  }

  private static Life changed(Life life, UnaryOperator<Event> change) {
    return life.lived(life.history().stream().map(change).toList());
  }
}
