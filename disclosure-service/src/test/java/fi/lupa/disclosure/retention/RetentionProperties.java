package fi.lupa.disclosure.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.retention.Time.NotKnown;
import fi.lupa.disclosure.retention.Time.Until;
import fi.lupa.disclosure.retention.Told.ToldMatter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds of any register: nothing goes before its time, and nothing that others need. */
class RetentionProperties {
  private static final List<String> MATTERS = List.of("A", "B", "C");
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

  private final RetentionRules rules = new RetentionRules(RetentionClasses.load());

  @Property
  void neverBeforeTheShortestTimeOfTheAnnex(@ForAll("registers") ClientRegister register) {
    for (Kept document : register.documents()) {
      untilOf(register, document)
          .ifPresent(until -> {
            for (ServiceTask task : document.serviceTasks()) {
              if (document.retentionClass() == null && !document.isRelationship()) {
                assertThat(until.last()).isAfterOrEqualTo(earliest(register, document, task));
              }
            }
          });
    }
  }

  /** The annex once more, told otherwise: each task's earliest lawful last day. */
  private static LocalDate earliest(ClientRegister register, Kept document, ServiceTask task) {
    LocalDate closing =
        register.told().matters().stream()
            .filter(matter ->
                document.matters().contains(matter.matter())
                    || (task == ServiceTask.DISABILITY && matter.mayBeOf(task)))
            .map(ToldMatter::closed)
            .flatMap(Stream::ofNullable)
            .max(LocalDate::compareTo)
            .orElse(FIRST);
    return switch (task) {
      case FAMILIES -> closing.plusYears(30);
      case CHILD_PROTECTION -> register.told().death().orElseThrow().plusYears(2);
      case WORKING_AGE, OLDER_PEOPLE, SUBSTANCE_ABUSE, DISABILITY, FAMILY_LAW ->
          closing.plusYears(10);
    };
  }

  @Property
  void nothingWithAnOpenMatterHasADay(@ForAll("registers") ClientRegister register) {
    for (Kept document : register.documents()) {
      boolean open =
          register.told().matters().stream()
              .anyMatch(matter ->
                  document.matters().contains(matter.matter()) && matter.closed() == null);
      boolean byMatter =
          document.retentionClass() == null
              && !document.isRelationship()
              && !document.serviceTasks().contains(ServiceTask.CHILD_PROTECTION);
      if (open && byMatter) {
        assertThat(register.time(rules, document)).isInstanceOf(NotKnown.class);
      }
    }
  }

  @Property
  void moreTasksNeverShortenTheTime(
      @ForAll("registers") ClientRegister register, @ForAll ServiceTask more) {
    for (Kept document : register.documents()) {
      List<ServiceTask> tasks = new ArrayList<>(document.serviceTasks());
      tasks.add(more);
      Time wider = rules.time(with(document, Set.copyOf(tasks)), register.told());
      if (rules.time(document, register.told()) instanceof Until own
          && wider instanceof Until others) {
        assertThat(others.last()).isAfterOrEqualTo(own.last());
      }
      if (rules.time(document, register.told()) instanceof NotKnown) {
        assertThat(wider).isInstanceOf(NotKnown.class);
      }
    }
  }

  @Property
  void aSourceStaysAtLeastAsLongAsWhatIsCountedFromIt(
      @ForAll("registers") ClientRegister register) {
    for (Kept source : register.documents()) {
      for (Kept other : register.dependents(rules, source)) {
        Optional<Until> own = untilOf(register, source);
        Optional<Until> dependent = untilOf(register, other);
        assertThat(own.isPresent() && dependent.isEmpty()).isFalse();
        if (own.isPresent() && dependent.isPresent()) {
          assertThat(own.get().last()).isAfterOrEqualTo(dependent.get().last());
        }
      }
    }
  }

  /** In whatever order what is due goes, each document's day stays what it was. */
  @Property
  void destroyingWhatIsDueForgetsNothing(
      @ForAll("registers") ClientRegister register, @ForAll("days") LocalDate today) {
    ClientRegister left = register;
    List<Kept> due =
        register.documents().stream()
            .filter(one -> untilOf(register, one).filter(until -> until.isOver(today)).isPresent())
            .toList();
    List<Kept> waiting = new ArrayList<>(due);
    while (!waiting.isEmpty()) {
      ClientRegister now = left;
      Kept next =
          waiting.stream()
              .filter(one -> now.dependents(rules, one).isEmpty())
              .findFirst()
              .orElseThrow(() -> new AssertionError("nothing can go first"));
      assertThat(untilOf(left, next).filter(until -> until.isOver(today))).isPresent();
      waiting.remove(next);
      left = without(left, next);
    }
    for (Kept kept : left.documents()) {
      assertThat(untilOf(left, kept).filter(until -> until.isOver(today))).isEmpty();
    }
  }

  /** The register after a document's destruction, with what was told by it. */
  private static ClientRegister without(ClientRegister register, Kept gone) {
    List<Kept> documents = new ArrayList<>(register.documents());
    documents.remove(gone);
    Told told = register.told();
    boolean lastRelationship =
        gone.isRelationship() && documents.stream().noneMatch(Kept::isRelationship);
    return new ClientRegister(
        documents,
        new Told(
            lastRelationship ? null : told.died(),
            told.matters().stream()
                .filter(matter -> !matter.matter().equals(gone.ownMatter()))
                .toList()));
  }

  private static Kept with(Kept document, Set<ServiceTask> tasks) {
    return new Kept(
        document.documentOid(),
        document.documentType(),
        tasks,
        document.matters(),
        document.ownMatter(),
        document.retentionClass(),
        document.recorded(),
        document.validTo(),
        document.versions(),
        document.own());
  }

  private Optional<Until> untilOf(ClientRegister register, Kept document) {
    return register.time(rules, document) instanceof Until until
        ? Optional.of(until)
        : Optional.empty();
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs().between(0, 365L * 150).map(FIRST::plusDays);
  }

  /** A relationship document, a case document of each matter known, and others. */
  @Provide
  Arbitrary<ClientRegister> registers() {
    return Combinators.combine(
            days().injectNull(0.3), toldMatters(), ordinary().list().ofMaxSize(8), tasks())
        .as(RetentionProperties::register);
  }

  /**
   * Found by chance once in some thousand tries: the open matter of no known task keeps the other's
   * case.
   */
  @Example
  void aMatterOfNoKnownTaskIsNotForgottenBeforeTheCaseThatWaitsForIt() {
    ClientRegister register =
        register(
            FIRST,
            List.of(
                new ToldMatter("A", ServiceTask.DISABILITY, FIRST, null),
                new ToldMatter("B", null, null, null)),
            List.of(),
            Set.of(ServiceTask.CHILD_PROTECTION));
    Kept waiting = register.documents().get(1);
    Kept open = register.documents().get(2);
    assertThat(register.dependents(rules, open)).containsExactly(waiting);
    assertThat(untilOf(register, open)).isEmpty();
    destroyingWhatIsDueForgetsNothing(register, FIRST.plusYears(20));
  }

  private static ClientRegister register(
      @Nullable LocalDate died, List<ToldMatter> matters, List<Kept> others, Set<ServiceTask> any) {
    List<Kept> documents = new ArrayList<>();
    documents.add(kept("relationship", Kept.RELATIONSHIP, any, Set.of(), null, null, FIRST));
    for (ToldMatter matter : matters) {
      Set<ServiceTask> tasks = matter.serviceTask() == null ? any : Set.of(matter.serviceTask());
      documents.add(
          kept(
              "case-" + matter.matter(),
              Kept.CASE,
              tasks,
              Set.of(matter.matter()),
              matter.matter(),
              null,
              FIRST));
    }
    for (int i = 0; i < others.size(); i++) {
      Kept one = others.get(i);
      documents.add(
          kept(
              "other-" + i,
              one.documentType(),
              one.serviceTasks(),
              one.matters(),
              null,
              one.retentionClass(),
              one.recorded()));
    }
    return new ClientRegister(documents, new Told(died, matters));
  }

  private Arbitrary<List<ToldMatter>> toldMatters() {
    return Arbitraries.of(MATTERS)
        .set()
        .flatMap(names ->
            Combinators.combine(
                    names.stream()
                        .sorted()
                        .map(name ->
                            Combinators.combine(
                                    Arbitraries.of(ServiceTask.class).injectNull(0.1),
                                    days().injectNull(0.2),
                                    days().injectNull(0.5))
                                .as((task, closed, child) ->
                                    new ToldMatter(name, task, closed, child)))
                        .toList())
                .as(List::copyOf));
  }

  private Arbitrary<Kept> ordinary() {
    return Combinators.combine(
            tasks(),
            Arbitraries.of(MATTERS).set().ofMaxSize(2),
            Arbitraries.of("MESSAGE", "VOUCHER", "PERMANENT", "NO_SUCH_CLASS").injectNull(0.7),
            days())
        .as((tasks, matters, told, recorded) ->
            kept("other", "1506.19001", tasks, matters, null, told, recorded));
  }

  private static Arbitrary<Set<ServiceTask>> tasks() {
    return Arbitraries.of(ServiceTask.class).set().ofMinSize(1).ofMaxSize(2);
  }

  private static Kept kept(
      String oid,
      String type,
      Set<ServiceTask> tasks,
      Set<String> matters,
      @Nullable String own,
      @Nullable String told,
      LocalDate recorded) {
    return new Kept(oid, type, tasks, matters, own, told, recorded, null, 1, true);
  }
}
