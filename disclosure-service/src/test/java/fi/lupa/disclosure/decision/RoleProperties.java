package fi.lupa.disclosure.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.decision.RoleRules.Work;
import fi.lupa.disclosure.support.Oids;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What can't widen what a role sees. */
class RoleProperties {
  private static final List<Role> ROLES = TestRoles.all();
  private static final List<String> KNOWN =
      ROLES.getFirst().scope().kinds().types().keySet().stream()
          .map(type -> type.replace("xxx", "777"))
          .sorted()
          .toList();

  @Provide
  Arbitrary<Role> roles() {
    return Arbitraries.of(ROLES);
  }

  @Provide
  Arbitrary<Doc> documents() {
    return Combinators.combine(
            Arbitraries.oneOf(Arbitraries.of(KNOWN), Arbitraries.of("1506.20001", "1506.17", "x")),
            tasks(),
            Arbitraries.of("37", "45", "99").set().ofMaxSize(2),
            Arbitraries.of(SpecialCategory.class).injectNull(0.7))
        .as((type, tasks, services, category) ->
            new Doc(
                Oids.document(),
                Oids.organisation(60_000_001),
                type,
                tasks,
                services,
                Instant.EPOCH,
                false,
                category));
  }

  @Provide
  Arbitrary<Set<ServiceTask>> tasks() {
    return Arbitraries.of(ServiceTask.class).set().ofMaxSize(3);
  }

  private static boolean sees(Role role, DocumentFacts document, Work work) {
    return RoleRules.isUnprotected(document, role.scope())
        && RoleRules.covers(document, role.scope(), work);
  }

  @Property
  void anotherTaskOfADocumentNeverOpensIt(
      @ForAll("roles") Role role,
      @ForAll("documents") Doc document,
      @ForAll ServiceTask more,
      @ForAll("tasks") Set<ServiceTask> own) {
    Set<ServiceTask> tasks = new TreeSet<>(document.serviceTasks());
    tasks.add(more);
    Doc wider =
        new Doc(
            document.documentOid(),
            document.controller(),
            document.documentType(),
            tasks,
            document.socialServices(),
            document.recordedAt(),
            document.closedByDefault(),
            document.specialCategory());
    Work work = new Work(own, true);
    if (!document.serviceTasks().isEmpty() && sees(role, wider, work)) {
      assertThat(sees(role, document, work)).isTrue();
    }
  }

  @Property
  void fewerOwnTasksNeverOpen(
      @ForAll("roles") Role role,
      @ForAll("documents") Doc document,
      @ForAll("tasks") Set<ServiceTask> own,
      @ForAll ServiceTask lost) {
    Set<ServiceTask> fewer = own.stream().filter(task -> task != lost).collect(Collectors.toSet());
    if (sees(role, document, new Work(fewer, true))) {
      assertThat(sees(role, document, new Work(own, true))).isTrue();
    }
  }

  @Property
  void anothersRegisterIsNeverWiderThanOnesOwn(
      @ForAll("roles") Role role,
      @ForAll("documents") Doc document,
      @ForAll("tasks") Set<ServiceTask> own) {
    if (sees(role, document, new Work(own, false))) {
      assertThat(sees(role, document, new Work(own, true))).isTrue();
    }
  }

  /** What each paragraph excludes by name. */
  @Property
  void nobodySeesExaminationsOrTherapyAndOnlyTwoTasksMediationOrShelter(
      @ForAll("roles") Role role,
      @ForAll("documents") Doc document,
      @ForAll("tasks") Set<ServiceTask> own) {
    Set<SpecialCategory> categories = role.scope().kinds().categories(document);
    if (sees(role, document, new Work(own, true))) {
      assertThat(categories)
          .doesNotContain(SpecialCategory.EXAMINATION, SpecialCategory.THERAPEUTIC_WORK);
      if (categories.contains(SpecialCategory.MEDIATION)) {
        assertThat(role.key()).isIn("MEDIATION_PROVISION", "SERVICE_ORGANISING");
      }
      if (categories.contains(SpecialCategory.SHELTER)) {
        assertThat(role.key()).isIn("CHILDS_SOCIAL_WORKER", "LEADING_OFFICER", "SHELTER_PROVISION");
      }
    }
  }

  @Property
  void healthCareNeverSeesFamilyLaw(
      @ForAll("roles") Role role,
      @ForAll("documents") Doc document,
      @ForAll("tasks") Set<ServiceTask> own) {
    if (role.key().startsWith("HEALTH")
        && document.serviceTasks().contains(ServiceTask.FAMILY_LAW)) {
      assertThat(sees(role, document, new Work(own, true))).isFalse();
    }
  }

  /** A second reading: the rows one by one, each document's tasks one by one. */
  @Property(tries = 5_000)
  void aSecondReadingAgrees(
      @ForAll("roles") Role role,
      @ForAll("documents") Doc document,
      @ForAll("tasks") Set<ServiceTask> own) {
    RoleScope scope = role.scope();
    List<ServiceTask> tasks =
        document.serviceTasks().isEmpty()
            ? List.of(ServiceTask.values())
            : List.copyOf(document.serviceTasks());
    boolean all = true;
    for (ServiceTask task : tasks) {
      boolean one = false;
      for (RoleScope.Row row : scope.rows()) {
        boolean kind = row.kinds().contains(scope.kinds().kind(document));
        boolean ofTask = row.tasks().contains(task);
        boolean ofOwn = own.contains(task) && row.ownTasks().contains(task);
        boolean service = row.service() == null || scope.kinds().isOf(document, row.service());
        one = one || (kind && service && (ofTask || ofOwn));
      }
      all = all && one;
    }
    boolean hidden =
        Stream.concat(
                    Stream.ofNullable(document.specialCategory()),
                    scope.kinds().categories(document).stream())
                .anyMatch(scope.never()::contains)
            || document.serviceTasks().stream().anyMatch(scope.neverTasks()::contains);
    assertThat(sees(role, document, new Work(own, true))).isEqualTo(all && !hidden);
  }
}
