package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.SystemFunction;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.PermitChanged;
import fi.lupa.contracts.event.PermitChanged.Target;
import java.time.LocalDate;
import java.util.List;

/**
 * Disclosure from social care to health care by the specified permit (facts 10.4, Act 703/2023 53 §
 * 3): the client has chosen recipients, service tasks and a period (decree 457/2024 25 § 2-3).
 */
final class HealthDisclosureRules {
  private static final List<String> LAW =
      List.of("ACT_703_2023_S53_3", "DECREE_457_2024_S25_2", "DECREE_457_2024_S25_3");

  private HealthDisclosureRules() {}

  static Verdict decide(Inquiry inquiry, Facts facts) {
    Trace trace = new Trace();
    boolean allowed =
        Gate.joined(trace, inquiry, facts)
            && Gate.enabled(
                trace, inquiry, facts, SystemFunction.HEALTH_DISCLOSURE, Rule.CROSS_SECTOR_ENABLED)
            && Gate.unit(trace, inquiry, facts)
            && Gate.care(trace, inquiry)
            && PermitRules.informed(trace, inquiry, facts)
            && PermitRules.permitted(
                trace, facts, PermitKind.SOCIAL_TO_HEALTH, Rule.CROSS_PERMIT_EXISTS);
    if (!allowed) {
      return trace.denied();
    }
    PermitChanged permit = facts.permit(PermitKind.SOCIAL_TO_HEALTH).orElseThrow();
    OrganisationChanged recipient = facts.organisation(inquiry.organisation()).orElseThrow();
    List<Target> targets =
        permit.targets().stream().filter(target -> names(target, recipient)).toList();
    if (!trace.check(Rule.PERMIT_FOR_RECIPIENT, !targets.isEmpty(), FactRef.of(permit))) {
      return trace.denied();
    }
    return new Verdict.Allowed(
        Scope.others(inquiry.organisation(), inquiry.controller()),
        document -> judge(document, targets, FactRef.of(permit), facts),
        LAW,
        trace.results());
  }

  private static boolean names(Target target, OrganisationChanged recipient) {
    return switch (target.recipient().type()) {
      case PUBLIC_HEALTH_CARE -> recipient.ownership() == Ownership.PUBLIC;
      case PUBLIC_SOCIAL_CARE -> false;
      case STATE_UNIT, PRIVATE_PROVIDER ->
          recipient.oid().equals(target.recipient().organisation());
    };
  }

  private static DocumentVerdict judge(
      DocumentFacts document, List<Target> targets, FactRef permit, Facts facts) {
    if (!facts.joined(document.controller())) {
      return DocumentVerdict.withheld(
          Rule.SOURCE_JOINED, facts.refs(document.controller()).toArray(FactRef[]::new));
    }
    if (document.closedByDefault()) {
      return DocumentVerdict.withheld(Rule.OPEN_TO_DISCLOSURE);
    }
    if (document.serviceTasks().contains(ServiceTask.FAMILY_LAW)
        || document.specialCategory() != null
        || HealthDocumentTypes.isSpecial(document.documentType())) {
      return DocumentVerdict.withheld(Rule.NOT_SPECIAL_CATEGORY);
    }
    if (!HealthDocumentTypes.isShared(document.documentType())) {
      return DocumentVerdict.withheld(Rule.TYPE_SHARED_WITH_HEALTH);
    }
    if (!covered(document, targets)) {
      return DocumentVerdict.withheld(Rule.PERMIT_FOR_TASK, permit);
    }
    if (!covered(document, targets.stream().filter(t -> inPeriod(t, document)).toList())) {
      return DocumentVerdict.withheld(Rule.PERMIT_FOR_PERIOD, permit);
    }
    return Prohibitions.against(document, facts).orElse(DocumentVerdict.GIVEN);
  }

  /** A document of several tasks needs the client's word for each of them. */
  private static boolean covered(DocumentFacts document, List<Target> targets) {
    return document.serviceTasks().stream()
        .allMatch(
            task -> targets.stream().anyMatch(target -> target.serviceTasks().contains(task)));
  }

  private static boolean inPeriod(Target target, DocumentFacts document) {
    LocalDate day = LocalDate.ofInstant(document.recordedAt(), Inquiry.HELSINKI);
    return (target.recordedFrom() == null || !day.isBefore(target.recordedFrom()))
        && (target.recordedTo() == null || !day.isAfter(target.recordedTo()));
  }
}
