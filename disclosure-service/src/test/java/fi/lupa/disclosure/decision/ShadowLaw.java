package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.PermitState;
import fi.lupa.contracts.RecipientType;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.SystemFunction;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.PermitChanged;
import fi.lupa.contracts.event.ProhibitionChanged;
import fi.lupa.contracts.event.UsageRightChanged;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The law read a second time, from the domain sheet (sections 0b, 2 and 10) and not from the code:
 * no course, no order, no sharing with the rules. It looks at the whole history, in which the
 * newest version of a fact counts, and names every reason against a request or a document at once.
 */
final class ShadowLaw {
  private static final ZoneId FINLAND = ZoneId.of("Europe/Helsinki");

  private final Rulebook book;
  private final ShadowFacts facts;
  private final ShadowRights rights;
  private final List<Tie> ties;
  private final ShadowStatutes statutes;
  private final Inquiry asked;
  private final LocalDate today;
  private final OrganisationChanged me;

  ShadowLaw(
      Rulebook book, List<Event> history, List<Tie> ties, @Nullable LocalDate born, Inquiry asked) {
    this.book = book;
    this.facts = new ShadowFacts(history);
    this.ties = ties;
    this.asked = asked;
    this.today = LocalDate.ofInstant(asked.now(), FINLAND);
    this.rights = new ShadowRights(facts, asked, today);
    this.me = facts.organisation(asked.organisation());
    this.statutes = new ShadowStatutes(facts, asked, today, born, me);
  }

  /** Every reason to refuse the request; none when it goes on to the documents. */
  Set<String> refuses() {
    Set<String> no = new TreeSet<>();
    unless(no, facts.joined(asked.organisation()), "ORG_NOT_JOINED");
    unless(no, unitIsMine(), "REQUESTER_UNIT_UNKNOWN");
    if (book == Rulebook.ACT_703_2023) {
      unless(no, me != null && ShadowRoles.fits(asked.role(), me), "ROLE_MISSING");
    }
    if (asked.basis() == Basis.OWN_REGISTER) {
      unless(no, facts.can(asked.organisation(), SystemFunction.ARCHIVING), "FUNCTION_NOT_ENABLED");
      unless(no, anyRelationship(), "NO_CLIENT_RELATIONSHIP");
      unless(
          no,
          asked.controller() == null || asked.controller().equals(asked.organisation()),
          "NOT_OWN_REGISTER");
    } else if (asked.basis() == Basis.REGISTER_USAGE_RIGHT) {
      SystemFunction use = SystemFunction.REGISTER_USAGE_RIGHT;
      unless(no, facts.can(asked.organisation(), use), "FUNCTION_NOT_ENABLED");
      unless(
          no,
          facts.joined(asked.controller()) && facts.can(asked.controller(), use),
          "ORGANISER_NOT_READY");
      rights.refuse(no);
    } else if (asked.source() == Sector.HEALTH) {
      unless(
          no,
          facts.can(asked.organisation(), SystemFunction.HEALTH_DISCLOSURE)
              && book != Rulebook.DRAFT_2020,
          "CROSS_SECTOR_NOT_ENABLED");
      unless(no, me == null || me.sector() == Sector.SOCIAL, "WRONG_SECTOR");
      unless(no, tied(Relationship.CLIENT_RELATIONSHIP), "NO_CLIENT_RELATIONSHIP");
      patientGround(no);
    } else if (toHealthCare()) {
      unless(
          no,
          facts.can(asked.organisation(), SystemFunction.HEALTH_DISCLOSURE),
          "CROSS_SECTOR_NOT_ENABLED");
      unless(no, tied(Relationship.CARE_RELATIONSHIP), "NO_CARE_RELATIONSHIP");
      healthGround(no);
    } else {
      unless(
          no,
          facts.can(asked.organisation(), SystemFunction.SOCIAL_DISCLOSURE),
          "FUNCTION_NOT_ENABLED");
      unless(no, tied(Relationship.CLIENT_RELATIONSHIP), "NO_CLIENT_RELATIONSHIP");
      socialGround(no);
    }
    return no;
  }

  /** Whether a document is one that was asked for at all: else it is as if it didn't exist. */
  boolean concerns(Doc document) {
    boolean wanted =
        overlap(asked.serviceTasks(), document.serviceTasks())
            && overlap(asked.socialServices(), document.socialServices())
            && (asked.controller() == null || asked.controller().equals(document.controller()));
    boolean mine = document.controller().equals(asked.organisation());
    return wanted
        && switch (asked.basis()) {
          case OWN_REGISTER -> mine;
          case REGISTER_USAGE_RIGHT ->
              rights.usable().stream().anyMatch(use -> use.covers(document));
          case DISCLOSURE ->
              !mine && (asked.source() == Sector.HEALTH) == (document.patientDataGroup() != null);
        };
  }

  /** Every reason to withhold a document; none when it is given. */
  Set<String> withholds(Doc document) {
    Set<String> no = new TreeSet<>();
    if (asked.basis() == Basis.DISCLOSURE) {
      unless(no, facts.joined(document.controller()), "SOURCE_NOT_JOINED");
      if (asked.ground() == Ground.PERMIT) {
        unless(no, !document.closedByDefault(), "CLOSED_BY_DEFAULT");
      }
      if (asked.ground() == Ground.PERMIT || asked.ground() == Ground.JOINT_SERVICE) {
        prohibitions(no, document);
      }
      if (asked.ground() == Ground.PERMIT && asked.source() == Sector.HEALTH) {
        dataGroups(no, document);
      } else if (asked.ground() == Ground.JOINT_SERVICE) {
        unless(no, statutes.givenTogether(document), "NOT_OF_JOINT_SERVICE");
      } else if (asked.ground() == Ground.PERMIT && toHealthCare()) {
        targets(no, document);
      }
    }
    boolean inHealthCare = me.sector() == Sector.HEALTH && asked.basis() == Basis.OWN_REGISTER;
    if (book == Rulebook.ACT_703_2023 && !inHealthCare) {
      new ShadowRoles(asked, rights.usedTasks()).judge(no, document);
    }
    return no;
  }

  // --- grounds

  /** 10.3: 6P-8P or 6S-9S. */
  private void socialGround(Set<String> no) {
    switch (asked.ground()) {
      case PERMIT -> {
        unless(no, facts.informed(), "NOT_INFORMED");
        if (book != Rulebook.DRAFT_2020) { // in the draft informing is enough
          unless(no, !asked.temporaryClient(), "TEMPORARY_ID_NO_PERMIT");
          permitted(no, PermitKind.SOCIAL_CARE, "NO_PERMIT");
        }
      }
      case STATUTORY_AUTHORITY -> {
        statutory(no, book != Rulebook.DRAFT_2020);
        unless(no, facts.isPublic(asked.organisation()), "NOT_AUTHORITY");
        unless(no, asked.stated().wideSearch(), "WIDE_SEARCH_REASON_MISSING");
        unless(no, roleMaySearch(), "WIDE_SEARCH_NOT_ALLOWED");
      }
      case INCAPACITY -> {
        statutory(no, book != Rulebook.DRAFT_2020);
        unless(
            no,
            asked.stated().incapacity() && !statutes.hasLegalRepresentative(),
            "STATUTORY_GROUND_INVALID");
      }
      case PROTECTION -> {
        statutory(no, book != Rulebook.DRAFT_2020);
        protection(no);
      }
      case JOINT_SERVICE -> no.add("WRONG_SECTOR");
    }
  }

  /** 10.4: 5-8b. */
  private void healthGround(Set<String> no) {
    switch (asked.ground()) {
      case PERMIT -> {
        unless(no, !asked.temporaryClient(), "TEMPORARY_ID_NO_PERMIT");
        unless(no, facts.informed(), "NOT_INFORMED");
        permitted(no, PermitKind.SOCIAL_TO_HEALTH, "NO_CROSS_PERMIT");
        unless(no, !myTargets().isEmpty(), "PERMIT_OTHER_RECIPIENT");
      }
      case STATUTORY_AUTHORITY -> no.add("WRONG_SECTOR");
      case INCAPACITY -> {
        statutory(no, book == Rulebook.ACT_703_2023);
        unless(
            no,
            asked.stated().incapacity() && !statutes.hasLegalRepresentative(),
            "INCAPACITY_NOT_STATED");
      }
      case PROTECTION -> {
        statutory(no, book == Rulebook.ACT_703_2023);
        protection(no);
      }
      case JOINT_SERVICE -> {
        statutory(no, book == Rulebook.ACT_703_2023);
        unless(no, !statutes.jointServices().isEmpty(), "STATUTORY_GROUND_INVALID");
      }
    }
  }

  /** 10.5. */
  private void patientGround(Set<String> no) {
    switch (asked.ground()) {
      case PERMIT -> {
        unless(no, !asked.temporaryClient(), "TEMPORARY_ID_NO_PERMIT");
        unless(no, facts.informed(), "NOT_INFORMED");
        permitted(no, PermitKind.HEALTH_TO_SOCIAL, "NO_CROSS_PERMIT");
        unless(no, !myTargets().isEmpty(), "PERMIT_OTHER_RECIPIENT");
      }
      case STATUTORY_AUTHORITY, INCAPACITY -> socialGround(no);
      case PROTECTION -> no.add("STATUTORY_GROUND_INVALID"); // social care's own data only
      case JOINT_SERVICE -> no.add("WRONG_SECTOR");
    }
  }

  /** One chosen target must cover both the group and the day. */
  private void dataGroups(Set<String> no, Doc document) {
    LocalDate day = LocalDate.ofInstant(document.recordedAt(), FINLAND);
    boolean chosen = false;
    boolean inTime = false;
    for (PermitChanged.Target target : myTargets()) {
      if (target.dataGroups() != null
          && target.dataGroups().contains(document.patientDataGroup())) {
        chosen = true;
        inTime |=
            (target.recordedFrom() == null || !day.isBefore(target.recordedFrom()))
                && (target.recordedTo() == null || !day.isAfter(target.recordedTo()));
      }
    }
    unless(no, chosen, "PERMIT_OTHER_DATA_GROUP");
    unless(no, inTime, "PERMIT_OTHER_PERIOD");
  }

  private void statutory(Set<String> no, boolean inLaw) {
    unless(no, inLaw, "STATUTORY_GROUND_INVALID");
    unless(no, asked.stated().necessity(), "NECESSITY_NOT_CONFIRMED");
  }

  /** 2.1 R3. */
  private void protection(Set<String> no) {
    ProtectionNeed need = asked.stated().protection();
    boolean reason =
        need != null
            && switch (need.reason()) {
              case EVIDENT_NEED_OF_CARE, CHILDS_INTEREST -> true;
              case CLIENTS_NECESSARY_INTEREST ->
                  need.permit() == ProtectionNeed.NoPermit.CANNOT_BE_HAD;
            };
    boolean recipient =
        facts.isPublic(asked.organisation())
            || rights.actsForAuthority()
            || (need != null && need.immediateCare());
    unless(no, reason && recipient, "STATUTORY_GROUND_INVALID");
    unless(no, roleMaySearch(), "WIDE_SEARCH_NOT_ALLOWED");
  }

  private void permitted(Set<String> no, PermitKind kind, String missing) {
    PermitChanged permit = facts.permit(kind);
    if (permit == null) {
      no.add(missing);
    } else if (permit.state() == PermitState.REFUSED) {
      no.add("PERMIT_REFUSED");
    } else if (permit.state() == PermitState.WITHDRAWN) {
      no.add("PERMIT_WITHDRAWN");
    }
  }

  private List<PermitChanged.Target> myTargets() {
    boolean patientData = asked.source() == Sector.HEALTH;
    PermitChanged permit =
        facts.permit(patientData ? PermitKind.HEALTH_TO_SOCIAL : PermitKind.SOCIAL_TO_HEALTH);
    RecipientType everybody =
        patientData ? RecipientType.PUBLIC_SOCIAL_CARE : RecipientType.PUBLIC_HEALTH_CARE;
    List<PermitChanged.Target> mine = new ArrayList<>();
    for (PermitChanged.Target target :
        permit == null ? List.<PermitChanged.Target>of() : permit.targets()) {
      RecipientType type = target.recipient().type();
      boolean block = type == everybody && facts.isPublic(asked.organisation());
      boolean named =
          (type == RecipientType.STATE_UNIT || type == RecipientType.PRIVATE_PROVIDER)
              && asked.organisation().equals(target.recipient().organisation());
      if (me != null && (block || named)) {
        mine.add(target);
      }
    }
    return mine;
  }

  /** Each task of the document needs a target of its own. */
  private void targets(Set<String> no, Doc document) {
    LocalDate day = LocalDate.ofInstant(document.recordedAt(), FINLAND);
    for (ServiceTask task : document.serviceTasks()) {
      boolean chosen = false;
      boolean inTime = false;
      for (PermitChanged.Target target : myTargets()) {
        if (target.serviceTasks().contains(task)) {
          chosen = true;
          inTime |=
              (target.recordedFrom() == null || !day.isBefore(target.recordedFrom()))
                  && (target.recordedTo() == null || !day.isAfter(target.recordedTo()));
        }
      }
      unless(no, chosen, "PERMIT_OTHER_TASK");
      unless(no, inTime, "PERMIT_OTHER_PERIOD");
    }
  }

  private void prohibitions(Set<String> no, Doc document) {
    for (Event event : facts.history()) {
      if (event instanceof ProhibitionChanged one
          && facts.isNewest(one)
          && one.state() == ProhibitionChanged.State.SET) {
        unless(no, !document.controller().equals(one.controller()), "PROHIBITED_CONTROLLER");
        unless(
            no,
            one.serviceTask() == null || !document.serviceTasks().contains(one.serviceTask()),
            "PROHIBITED_TASK");
        unless(no, !document.documentOid().equals(one.document()), "PROHIBITED_DOCUMENT");
      }
    }
  }

  // --- who asks

  /** No organisation known: it is nobody's, and counts as social care. */
  private boolean toHealthCare() {
    return me != null
        && me.sector() == Sector.HEALTH
        && asked.basis() == Basis.DISCLOSURE
        && asked.source() == Sector.SOCIAL;
  }

  private boolean unitIsMine() {
    return me != null && me.units().stream().anyMatch(unit -> unit.oid().equals(asked.unit()));
  }

  private boolean anyRelationship() {
    return switch (asked.relationship()) {
      case null -> false;
      case CLIENT_RELATIONSHIP -> isMyClient();
      case CARE_RELATIONSHIP -> me != null && me.sector() == Sector.HEALTH;
      case OTHER_TASK -> asked.stated().otherTask();
    };
  }

  private boolean tied(Relationship usual) {
    return asked.relationship() == Relationship.OTHER_TASK
        ? asked.stated().otherTask()
        : asked.relationship() == usual
            && (usual != Relationship.CLIENT_RELATIONSHIP || verified());
  }

  /** 56 §: what must be secured doesn't wait for it. */
  private boolean verified() {
    return asked.ground() == Ground.PROTECTION || isMyClient();
  }

  /** What the archive itself knows: an open relationship or matter of mine, or a right in force. */
  private boolean isMyClient() {
    for (Tie tie : ties) {
      if (tie.controller().equals(asked.organisation())
          && (tie.from() == null || !tie.from().isAfter(today))
          && (tie.until() == null || !tie.until().isBefore(today))) {
        return true;
      }
    }
    for (UsageRightChanged right : facts.newestRights()) {
      boolean mine =
          right.organiser().equals(asked.organisation())
              || rights.uses(right).stream().anyMatch(use -> use.lasts(today));
      if (mine && ShadowRights.whole(right).lasts(today)) {
        return true;
      }
    }
    return false;
  }

  private boolean roleMaySearch() {
    return asked.role() != null && asked.role().wideSearch();
  }

  // --- words

  static void unless(Set<String> no, boolean holds, String code) {
    if (!holds) {
      no.add(code);
    }
  }

  static <T> boolean overlap(Set<T> wanted, java.util.Collection<T> had) {
    return wanted.isEmpty() || had.stream().anyMatch(wanted::contains);
  }
}
