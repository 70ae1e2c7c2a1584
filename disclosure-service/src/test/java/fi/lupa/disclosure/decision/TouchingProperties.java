package fi.lupa.disclosure.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RightPower;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Who may replace or void which versions, held against a second reading of the same rules. */
class TouchingProperties {
  private static final ClientRef CLIENT = new ClientRef(new UUID(1, 1));
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final List<Oid> PARTIES =
      List.of(
          Oids.organisation(51_000_001),
          Oids.organisation(51_000_002),
          Oids.organisation(51_000_003));
  private static final List<ServiceTask> TASKS =
      List.of(ServiceTask.OLDER_PEOPLE, ServiceTask.DISABILITY);
  private static final List<String> SERVICES = List.of("37", "45");

  record Attempt(List<Event> events, Inquiry inquiry, List<Origin> touched) {
    boolean allowed() {
      Storing storing = new Storing(NOW, false, null, false, touched);
      return Rulebook.ACT_703_2023.store(inquiry, Facts.of(events), storing, Duration.ZERO)
          instanceof Verdict.Allowed;
    }

    List<UsageRightChanged> rights() {
      return events.stream()
          .filter(UsageRightChanged.class::isInstance)
          .map(UsageRightChanged.class::cast)
          .toList();
    }
  }

  @Provide
  Arbitrary<Attempt> attempts() {
    return Arbitraries.randomValue(TouchingProperties::attempt);
  }

  @Property(tries = 4000)
  void aNaiveReadingAgrees(@ForAll("attempts") Attempt attempt) {
    boolean allowed = attempt.allowed();
    Statistics.label("outcome").collect(allowed ? "allowed" : "denied");
    Statistics.label("outcome")
        .coverage(coverage -> {
          coverage.check("allowed").percentage(p -> p > 5);
          coverage.check("denied").percentage(p -> p > 30);
        });
    assertThat(allowed).isEqualTo(naively(attempt));
  }

  @Property
  void nobodyTouchesAnotherRegister(@ForAll("attempts") Attempt attempt) {
    if (attempt.touched().stream()
        .anyMatch(version -> !version.controller().equals(attempt.inquiry().controller()))) {
      assertThat(attempt.allowed()).isFalse();
    }
  }

  @Property
  void touchingMoreIsNeverEasier(@ForAll("attempts") Attempt attempt) {
    Attempt fewer = new Attempt(attempt.events(), attempt.inquiry(), List.of());
    if (!attempt.touched().isEmpty() && attempt.allowed()) {
      assertThat(attempt.touched())
          .allMatch(
              version -> new Attempt(fewer.events(), fewer.inquiry(), List.of(version)).allowed());
    }
  }

  private static boolean naively(Attempt attempt) {
    Inquiry asked = attempt.inquiry();
    for (Origin version : attempt.touched()) {
      if (!version.controller().equals(asked.controller())) {
        return false;
      }
    }
    if (asked.basis() == Basis.OWN_REGISTER) {
      return asked.organisation().equals(asked.controller());
    }
    boolean all = covered(attempt, asked.serviceTasks(), asked.socialServices());
    for (Origin version : attempt.touched()) {
      all &= covered(attempt, version.serviceTasks(), version.socialServices());
    }
    return all;
  }

  /** Whether rights together let one document of these tasks and services be written. */
  private static boolean covered(Attempt attempt, Set<ServiceTask> tasks, Set<String> services) {
    boolean everyService = false;
    Set<ServiceTask> coveredTasks = new HashSet<>();
    Set<String> coveredServices = new HashSet<>();
    for (UsageRightChanged right : attempt.rights()) {
      for (List<String> limited : usable(right, attempt)) {
        boolean meets = limited.isEmpty() || services.isEmpty();
        for (String service : limited) {
          meets |= services.contains(service);
        }
        if (meets && tasks.contains(right.serviceTask())) {
          coveredTasks.add(right.serviceTask());
          coveredServices.addAll(limited);
          everyService |= limited.isEmpty();
        }
      }
    }
    return coveredTasks.containsAll(tasks)
        && (everyService || (!services.isEmpty() && coveredServices.containsAll(services)));
  }

  /** The services each use of the right is limited to; none when it may not be used for this. */
  private static List<List<String>> usable(UsageRightChanged right, Attempt attempt) {
    Inquiry asked = attempt.inquiry();
    if (!right.organiser().equals(asked.controller())
        || right.endedAt() != null
        || (right.powers() != null && !right.powers().contains(RightPower.WRITE))) {
      return List.of();
    }
    List<List<String>> uses = new ArrayList<>();
    if (right.producer().equals(asked.organisation()) && stored(right, attempt, false)) {
      uses.add(right.socialServices());
    }
    if (right.subcontractors() != null && stored(right, attempt, true)) {
      for (UsageRightChanged.Subcontractor part : right.subcontractors()) {
        if (part.organisation().equals(asked.organisation())) {
          uses.add(
              part.socialServices().isEmpty() ? right.socialServices() : part.socialServices());
        }
      }
    }
    return uses;
  }

  private static boolean stored(UsageRightChanged right, Attempt attempt, boolean asPart) {
    for (Origin version : attempt.touched()) {
      if (version.ground() == Basis.OWN_REGISTER
          || !right.producer().equals(version.producer())
          || (asPart && !attempt.inquiry().organisation().equals(version.subcontractor()))) {
        return false;
      }
    }
    return true;
  }

  private static Attempt attempt(Random random) {
    List<Event> events = new ArrayList<>();
    PARTIES.forEach(oid -> events.add(Given.organisation(oid, "SOCIAL", "PUBLIC").event()));
    for (int i = random.nextInt(4); i >= 0; i--) {
      events.add(right(random));
    }
    boolean own = random.nextInt(5) == 0;
    Oid by = own ? PARTIES.getFirst() : one(random, PARTIES);
    Inquiry inquiry =
        new Inquiry(
            own ? Basis.OWN_REGISTER : Basis.REGISTER_USAGE_RIGHT,
            by,
            Oids.unit(by, 1),
            PARTIES.getFirst(),
            false,
            null,
            few(random, TASKS, 1),
            few(random, SERVICES, 0),
            NOW);
    List<Origin> touched = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      touched.add(origin(random));
    }
    return new Attempt(events, inquiry, touched);
  }

  private static Event right(Random random) {
    Oid producer = PARTIES.get(1 + random.nextInt(2));
    Oid part = PARTIES.get(1 + random.nextInt(2));
    Given.Fact right =
        Given.right(CLIENT, random.nextInt(6) == 0 ? PARTIES.get(1) : PARTIES.getFirst(), producer)
            .with("serviceTask", one(random, TASKS).name())
            .with("socialServices", random.nextInt(3) == 0 ? few(random, SERVICES, 1) : Set.of());
    if (random.nextInt(2) == 0) {
      right =
          right.with(
              "subcontractors",
              List.of(
                  Map.of(
                      "organisation",
                      part,
                      "unit",
                      Oids.unit(part, 1),
                      "socialServices",
                      List.copyOf(few(random, SERVICES, 0)),
                      "start",
                      "2026-01-01")));
    }
    if (random.nextInt(6) == 0) {
      right = right.with("powers", List.of(one(random, List.of(RightPower.values())).name()));
    }
    return (random.nextInt(8) == 0 ? right.version(2).ended("2026-11-20T09:00:00Z") : right)
        .event();
  }

  private static Origin origin(Random random) {
    boolean own = random.nextInt(6) == 0;
    Oid producer = PARTIES.get(1 + random.nextInt(2));
    return new Origin(
        random.nextInt(12) == 0 ? PARTIES.get(2) : PARTIES.getFirst(),
        own ? Basis.OWN_REGISTER : Basis.REGISTER_USAGE_RIGHT,
        own && random.nextBoolean() ? null : producer,
        random.nextInt(3) == 0 ? PARTIES.get(1 + random.nextInt(2)) : null,
        few(random, TASKS, 1),
        few(random, SERVICES, 0));
  }

  private static <T> T one(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static <T> Set<T> few(Random random, List<T> values, int least) {
    Set<T> chosen = new HashSet<>();
    for (int i = least + random.nextInt(2); i > 0; i--) {
      chosen.add(one(random, values));
    }
    return chosen;
  }
}
