package fi.lupa.disclosure.decision;

import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.event.OrganisationChanged.JointService;
import java.time.LocalDate;
import java.util.List;

/**
 * A service that social and health care give together (Act 703/2023 46 and 53 § 1): its staff may
 * have what is necessary in that service, and of nothing else. So a document must be of a service
 * that the unit gives now, in a partner's register, wholly within its service tasks and social
 * services, and from its time.
 */
final class JointServiceRules {
  private JointServiceRules() {}

  /** The unit that asks gives such a service today. */
  static Condition unit(Inquiry inquiry, Facts facts) {
    return new Condition(
        Rule.JOINT_SERVICE_UNIT,
        !services(inquiry, facts).isEmpty(),
        facts.refs(inquiry.organisation()));
  }

  /** The document is one of a service that the unit gives. */
  static DocumentCondition document(Inquiry inquiry, Facts facts) {
    List<JointService> services = services(inquiry, facts);
    return DocumentCondition.of(
        Rule.OF_JOINT_SERVICE,
        document -> services.stream().anyMatch(service -> isOf(service, document)),
        facts.refs(inquiry.organisation()));
  }

  private static List<JointService> services(Inquiry inquiry, Facts facts) {
    return facts.jointServices(inquiry.organisation(), inquiry.unit(), inquiry.today());
  }

  private static boolean isOf(JointService service, DocumentFacts document) {
    LocalDate recorded = FinnishDays.dayOf(document.recordedAt());
    List<String> services = service.socialServicesOrAll();
    return service.partners().contains(document.controller())
        && !document.serviceTasks().isEmpty()
        && service.serviceTasks().containsAll(document.serviceTasks())
        && (services.isEmpty()
            || (!document.socialServices().isEmpty()
                && services.containsAll(document.socialServices())))
        && !recorded.isBefore(service.start());
  }
}
