package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RightPower;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.SystemFunction;
import fi.lupa.contracts.event.UsageRightChanged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Register usage rights read a second time (facts 1.6 and 10.2). */
record ShadowRights(ShadowFacts facts, Inquiry asked, LocalDate today) {
  /** How one unit may use a right. */
  record Use(
      UsageRightChanged right,
      Oid unit,
      List<String> services,
      LocalDate first,
      LocalDate last,
      boolean ended,
      boolean part) {
    boolean lasts(LocalDate day) {
      return !first.isAfter(day) && !isOver(day);
    }

    boolean isOver(LocalDate day) {
      return ended || (last != null && last.isBefore(day));
    }

    boolean covers(Doc document) {
      return document.serviceTasks().contains(right.serviceTask())
          && (services.isEmpty()
              || document.socialServices().stream().anyMatch(services::contains));
    }
  }

  static Use whole(UsageRightChanged right) {
    return new Use(
        right,
        right.producerUnit(),
        right.socialServices(),
        right.start(),
        right.end(),
        right.endedAt() != null,
        false);
  }

  List<Use> uses(UsageRightChanged right) {
    List<Use> uses = new ArrayList<>();
    if (right.producer().equals(asked.organisation())) {
      uses.add(whole(right));
    }
    if (right.subcontractors() != null) {
      for (UsageRightChanged.Subcontractor part : right.subcontractors()) {
        if (part.organisation().equals(asked.organisation())) {
          uses.add(
              new Use(
                  right,
                  part.unit(),
                  part.socialServices().isEmpty() ? right.socialServices() : part.socialServices(),
                  part.start(),
                  part.end(),
                  false,
                  true));
        }
      }
    }
    return uses;
  }

  private List<Use> inRegister() {
    List<Use> all = new ArrayList<>();
    for (UsageRightChanged right : facts.newestRights()) {
      if (right.organiser().equals(asked.controller())) {
        all.addAll(uses(right));
      }
    }
    return all;
  }

  List<Use> usable() {
    return inRegister().stream().filter(use -> against(use).isEmpty()).toList();
  }

  Set<ServiceTask> usedTasks() {
    Set<ServiceTask> tasks = new TreeSet<>();
    if (asked.basis() == Basis.REGISTER_USAGE_RIGHT) {
      usable().forEach(use -> tasks.add(use.right().serviceTask()));
    }
    return tasks;
  }

  /** A producer with a right in force that a public organiser gave (2.1 R3). */
  boolean actsForAuthority() {
    for (UsageRightChanged right : facts.newestRights()) {
      if (facts.isPublic(right.organiser())) {
        for (Use use : uses(right)) {
          if (use.unit().equals(asked.unit()) && use.lasts(today) && whole(right).lasts(today)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  void refuse(Set<String> no) {
    if (inRegister().isEmpty()) {
      no.add("NO_REGISTER_RIGHT");
    }
    if (usable().isEmpty()) {
      inRegister().forEach(use -> no.addAll(against(use)));
    }
  }

  private Set<String> against(Use use) {
    Set<String> no = new TreeSet<>();
    UsageRightChanged right = use.right();
    ShadowLaw.unless(no, use.unit().equals(asked.unit()), "REGISTER_RIGHT_OTHER_UNIT");
    ShadowLaw.unless(no, !use.first().isAfter(today), "REGISTER_RIGHT_NOT_STARTED");
    ShadowLaw.unless(no, !use.isOver(today), "REGISTER_RIGHT_ENDED");
    ShadowLaw.unless(
        no,
        asked.serviceTasks().isEmpty() || asked.serviceTasks().contains(right.serviceTask()),
        "REGISTER_RIGHT_OTHER_TASK");
    ShadowLaw.unless(
        no,
        use.services().isEmpty() || ShadowLaw.overlap(asked.socialServices(), use.services()),
        "REGISTER_RIGHT_OTHER_SERVICE");
    ShadowLaw.unless(
        no,
        right.powers() == null || right.powers().contains(RightPower.READ),
        "REGISTER_RIGHT_NO_READ");
    if (use.part()) {
      SystemFunction function = SystemFunction.REGISTER_USAGE_RIGHT;
      ShadowLaw.unless(
          no,
          whole(right).lasts(today)
              && facts.joined(right.producer())
              && facts.can(right.producer(), function),
          "REGISTER_RIGHT_CHAIN_BROKEN");
    }
    return no;
  }
}
