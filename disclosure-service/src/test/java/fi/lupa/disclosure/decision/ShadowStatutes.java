package fi.lupa.disclosure.decision;

import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.RepresentationChanged;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the second reading of the law asks of facts for incapacity and joint services. */
record ShadowStatutes(
    ShadowFacts facts,
    Inquiry asked,
    LocalDate today,
    @Nullable LocalDate born,
    @Nullable OrganisationChanged me) {

  /** 2.1 R2: somebody who could give the permit in the client's place. */
  boolean hasLegalRepresentative() {
    RepresentationMatter matter =
        asked.source() == Sector.HEALTH
            ? RepresentationMatter.HEALTH_CARE
            : RepresentationMatter.SOCIAL_CARE;
    boolean mayBeAMinor = born == null || today.isBefore(born.plusYears(18));
    for (RepresentationChanged one : facts.newestRelations()) {
      boolean legal =
          one.role() == RepresentationRole.LEGAL_GUARDIAN
              || one.role() == RepresentationRole.CONTINUING_POWER
              || (one.role() == RepresentationRole.GUARDIAN_OF_MINOR && mayBeAMinor);
      boolean current =
          one.state() == RepresentationChanged.State.REGISTERED
              && !one.blocked()
              && !today.isBefore(one.validFrom())
              && (one.validUntil() == null || !today.isAfter(one.validUntil()));
      if (legal && current && (one.matters() == null || one.matters().contains(matter))) {
        return true;
      }
    }
    return false;
  }

  /** 2.1 R6: what my unit gives together with social care today. */
  List<OrganisationChanged.JointService> jointServices() {
    List<OrganisationChanged.JointService> mine = new ArrayList<>();
    for (OrganisationChanged.Unit unit :
        me == null ? List.<OrganisationChanged.Unit>of() : me.units()) {
      if (unit.oid().equals(asked.unit()) && unit.jointServices() != null) {
        for (OrganisationChanged.JointService one : unit.jointServices()) {
          if (!today.isBefore(one.start()) && (one.end() == null || !today.isAfter(one.end()))) {
            mine.add(one);
          }
        }
      }
    }
    return mine;
  }

  /** Data of that service and no other: nothing of the document may lie outside one of them. */
  boolean givenTogether(Doc document) {
    LocalDate day = LocalDate.ofInstant(document.recordedAt(), ZoneId.of("Europe/Helsinki"));
    for (OrganisationChanged.JointService one : jointServices()) {
      Set<ServiceTask> otherTasks = new HashSet<>(document.serviceTasks());
      one.serviceTasks().forEach(otherTasks::remove);
      boolean ofTasks = otherTasks.isEmpty() && !document.serviceTasks().isEmpty();
      boolean ofServices = true;
      if (one.socialServices() != null && !one.socialServices().isEmpty()) {
        Set<String> others = new HashSet<>(document.socialServices());
        one.socialServices().forEach(others::remove);
        ofServices = others.isEmpty() && !document.socialServices().isEmpty();
      }
      boolean ofPartner = one.partners().stream().anyMatch(document.controller()::equals);
      if (ofTasks && ofServices && ofPartner && day.compareTo(one.start()) >= 0) {
        return true;
      }
    }
    return false;
  }
}
