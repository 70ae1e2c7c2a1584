package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.PermitChanged.Target;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the client's permit to social care covers: the client has chosen recipients, patient data
 * and a period (decree 457/2024 25 § 1 and 3). A client's choice is obeyed in every rulebook.
 *
 * @param targets those that name the requester
 * @param permit the permit, none when there is none
 */
record PatientPermit(List<Target> targets, List<FactRef> permit) {

  static PatientPermit of(Inquiry inquiry, Facts facts) {
    return new PatientPermit(
        facts.permit(PermitKind.HEALTH_TO_SOCIAL).stream()
            .flatMap(permit -> permit.targets().stream())
            .filter(target ->
                facts
                    .organisation(inquiry.organisation())
                    .filter(recipient -> names(target, recipient))
                    .isPresent())
            .toList(),
        facts.permit(PermitKind.HEALTH_TO_SOCIAL).map(FactRef::of).stream().toList());
  }

  Condition forRecipient() {
    return new Condition(Rule.PATIENT_PERMIT_FOR_RECIPIENT, !targets.isEmpty(), permit);
  }

  Stream<DocumentCondition> forDocument() {
    return Stream.of(
        DocumentCondition.of(
            Rule.PERMIT_FOR_DATA_GROUP, document -> covered(document, _ -> true), permit),
        DocumentCondition.of(
            Rule.PERMIT_FOR_PERIOD,
            document -> covered(document, target -> HealthPermit.inPeriod(target, document)),
            permit));
  }

  private static boolean names(Target target, OrganisationChanged recipient) {
    return switch (target.recipient().type()) {
      case PUBLIC_SOCIAL_CARE -> recipient.ownership() == Ownership.PUBLIC;
      case PUBLIC_HEALTH_CARE -> false;
      case STATE_UNIT, PRIVATE_PROVIDER ->
          recipient.oid().equals(target.recipient().organisation());
    };
  }

  private boolean covered(DocumentFacts document, Predicate<Target> counts) {
    return targets.stream()
        .filter(counts)
        .anyMatch(target -> target.dataGroupsOrNone().contains(document.patientDataGroup()));
  }
}
