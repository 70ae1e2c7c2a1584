package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.PermitState;
import fi.lupa.contracts.RecipientType;
import fi.lupa.contracts.RightPower;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.SystemFunction;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.InformingRecorded;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.PermitChanged;
import fi.lupa.contracts.event.ProhibitionChanged;
import fi.lupa.contracts.event.UsageRightChanged;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The law read a second time, document by document and without a rulebook: "may this one be given?"
 * Written from the domain sheet (sections 2 and 10), not from the code.
 */
record NaiveLaw(List<Event> events, Inquiry asked) {
  private static final ZoneId FINLAND = ZoneId.of("Europe/Helsinki");

  Set<Oid> given(List<Doc> documents) {
    Set<Oid> given = new HashSet<>();
    for (Doc document : documents) {
      if (wanted(document) && mayBeGiven(document)) {
        given.add(document.documentOid());
      }
    }
    return given;
  }

  private boolean wanted(Doc document) {
    boolean task = asked.serviceTasks().isEmpty();
    for (ServiceTask wanted : asked.serviceTasks()) {
      task |= document.serviceTasks().contains(wanted);
    }
    boolean service = asked.socialServices().isEmpty();
    for (String wanted : asked.socialServices()) {
      service |= document.socialServices().contains(wanted);
    }
    return task
        && service
        && (asked.controller() == null || asked.controller().equals(document.controller()));
  }

  private boolean mayBeGiven(Doc document) {
    OrganisationChanged requester = organisation(asked.organisation());
    if (requester == null || requester.status() != OrganisationStatus.JOINED) {
      return false;
    }
    if (requester.units().stream().noneMatch(unit -> unit.oid().equals(asked.unit()))) {
      return false;
    }
    boolean own = document.controller().equals(asked.organisation());
    if (!itsRoleSees(document, requester)) {
      return false;
    }
    if (asked.basis() == Basis.OWN_REGISTER) {
      return own && can(requester, SystemFunction.ARCHIVING) && tiedInItsOwn(requester);
    }
    if (asked.basis() == Basis.REGISTER_USAGE_RIGHT) {
      return can(requester, SystemFunction.REGISTER_USAGE_RIGHT) && underARight(document);
    }
    if (document.closedByDefault()) {
      return false; // stored before permits covered it
    }
    if (own || asked.temporaryClient() || !joined(document.controller())) {
      return false;
    }
    if (events.stream().noneMatch(InformingRecorded.class::isInstance)) {
      return false;
    }
    if (events.stream()
        .anyMatch(e -> e instanceof ProhibitionChanged p && prohibits(p, document))) {
      return false;
    }
    return requester.sector() == Sector.HEALTH
        ? toHealthCare(document, requester)
        : toSocialCare(requester);
  }

  private boolean itsRoleSees(Doc document, OrganisationChanged requester) {
    Role role = asked.role();
    if (role == null || !NaiveRoles.exists(role.key(), requester.sector(), requester.ownership())) {
      return false;
    }
    if (asked.basis() == Basis.OWN_REGISTER && requester.sector() == Sector.HEALTH) {
      return true; // the decree says who in social care sees what
    }
    Set<ServiceTask> own = new HashSet<>(asked.serviceTasks());
    if (asked.basis() == Basis.REGISTER_USAGE_RIGHT) {
      own.clear();
      for (ServiceTask task : ServiceTask.values()) {
        if (anyRightFor(task)) {
          own.add(task);
        }
      }
    }
    return new NaiveRoles(role.key(), own).sees(document, asked.basis() == Basis.OWN_REGISTER);
  }

  /** Whether some right lets the requester work in the task: it reaches what it itself names. */
  private boolean anyRightFor(ServiceTask task) {
    for (Event event : events) {
      if (event instanceof UsageRightChanged right && right.serviceTask() == task) {
        for (String service : List.of("37", "45")) {
          Doc any =
              new Doc(
                  right.organiser(),
                  right.organiser(),
                  "1506.15003",
                  Set.of(task),
                  Set.of(service),
                  asked.now(),
                  false,
                  null);
          if (right.organiser().equals(asked.controller()) && reaches(right, any)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean tiedInItsOwn(OrganisationChanged requester) {
    return switch (asked.relationship()) {
      case null -> false;
      case CLIENT_RELATIONSHIP -> knownAsClient();
      case CARE_RELATIONSHIP -> requester.sector() == Sector.HEALTH;
      case OTHER_TASK -> true;
    };
  }

  /** In this world nothing but a right tells who is whose client. */
  private boolean knownAsClient() {
    for (Event event : events) {
      if (event instanceof UsageRightChanged right
          && right.endedAt() == null
          && today(right.start(), right.end())) {
        if (right.organiser().equals(asked.organisation())
            || right.producer().equals(asked.organisation())) {
          return true;
        }
        if (right.subcontractors() != null) {
          for (UsageRightChanged.Subcontractor part : right.subcontractors()) {
            if (part.organisation().equals(asked.organisation())
                && today(part.start(), part.end())) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private boolean underARight(Doc document) {
    OrganisationChanged organiser = organisation(document.controller());
    if (!joined(document.controller()) || !can(organiser, SystemFunction.REGISTER_USAGE_RIGHT)) {
      return false;
    }
    for (Event event : events) {
      if (event instanceof UsageRightChanged right && reaches(right, document)) {
        return true;
      }
    }
    return false;
  }

  private boolean reaches(UsageRightChanged right, Doc document) {
    if (!right.organiser().equals(document.controller())
        || (right.powers() != null && !right.powers().contains(RightPower.READ))
        || !today(right.start(), right.end())
        || right.endedAt() != null) {
      return false;
    }
    if (right.producer().equals(asked.organisation())
        && right.producerUnit().equals(asked.unit())
        && covers(right.serviceTask(), right.socialServices(), document)) {
      return true;
    }
    OrganisationChanged producer = organisation(right.producer());
    if (right.subcontractors() == null
        || !joined(right.producer())
        || !can(producer, SystemFunction.REGISTER_USAGE_RIGHT)) {
      return false;
    }
    for (UsageRightChanged.Subcontractor part : right.subcontractors()) {
      List<String> services =
          part.socialServices().isEmpty() ? right.socialServices() : part.socialServices();
      if (part.organisation().equals(asked.organisation())
          && part.unit().equals(asked.unit())
          && today(part.start(), part.end())
          && covers(right.serviceTask(), services, document)) {
        return true;
      }
    }
    return false;
  }

  private boolean today(LocalDate first, LocalDate last) {
    LocalDate today = LocalDate.ofInstant(asked.now(), FINLAND);
    return !today.isBefore(first) && (last == null || !today.isAfter(last));
  }

  private boolean covers(ServiceTask covered, List<String> services, Doc document) {
    boolean task =
        document.serviceTasks().contains(covered)
            && (asked.serviceTasks().isEmpty() || asked.serviceTasks().contains(covered));
    boolean service = services.isEmpty();
    boolean askedFor = services.isEmpty() || asked.socialServices().isEmpty();
    for (String listed : services) {
      service |= document.socialServices().contains(listed);
      askedFor |= asked.socialServices().contains(listed);
    }
    return task && service && askedFor;
  }

  private boolean toSocialCare(OrganisationChanged requester) {
    boolean tied =
        (asked.relationship() == Relationship.CLIENT_RELATIONSHIP && knownAsClient())
            || asked.relationship() == Relationship.OTHER_TASK;
    return tied
        && can(requester, SystemFunction.SOCIAL_DISCLOSURE)
        && permit(PermitKind.SOCIAL_CARE) != null;
  }

  private boolean toHealthCare(Doc document, OrganisationChanged requester) {
    boolean tied =
        asked.relationship() == Relationship.CARE_RELATIONSHIP
            || asked.relationship() == Relationship.OTHER_TASK;
    PermitChanged permit = permit(PermitKind.SOCIAL_TO_HEALTH);
    if (!tied || permit == null || !can(requester, SystemFunction.HEALTH_DISCLOSURE)) {
      return false;
    }
    for (ServiceTask task : document.serviceTasks()) {
      if (permit.targets().stream().noneMatch(t -> allows(t, task, document, requester))) {
        return false;
      }
    }
    return true;
  }

  private static boolean allows(
      PermitChanged.Target target, ServiceTask task, Doc document, OrganisationChanged requester) {
    boolean recipient =
        target.recipient().type() == RecipientType.PUBLIC_HEALTH_CARE
            ? requester.ownership() == Ownership.PUBLIC
            : requester.oid().equals(target.recipient().organisation());
    LocalDate recorded = LocalDate.ofInstant(document.recordedAt(), FINLAND);
    boolean period =
        (target.recordedFrom() == null || !target.recordedFrom().isAfter(recorded))
            && (target.recordedTo() == null || !target.recordedTo().isBefore(recorded));
    return recipient && period && target.serviceTasks().contains(task);
  }

  private static boolean prohibits(ProhibitionChanged prohibition, Doc document) {
    if (prohibition.state() != ProhibitionChanged.State.SET) {
      return false;
    }
    return document.controller().equals(prohibition.controller())
        || (prohibition.serviceTask() != null
            && document.serviceTasks().contains(prohibition.serviceTask()))
        || document.documentOid().equals(prohibition.document());
  }

  private PermitChanged permit(PermitKind kind) {
    for (Event event : events) {
      if (event instanceof PermitChanged permit && permit.kind() == kind) {
        return permit.state() == PermitState.GIVEN ? permit : null;
      }
    }
    return null;
  }

  private OrganisationChanged organisation(Oid oid) {
    for (Event event : events) {
      if (event instanceof OrganisationChanged organisation && organisation.oid().equals(oid)) {
        return organisation;
      }
    }
    return null;
  }

  private boolean joined(Oid oid) {
    OrganisationChanged organisation = organisation(oid);
    return organisation != null && organisation.status() == OrganisationStatus.JOINED;
  }

  private static boolean can(OrganisationChanged organisation, SystemFunction function) {
    return organisation.functions().contains(function);
  }
}
