package fi.lupa.disclosure.decision;

import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.PermitChanged.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the client's permit to health care covers: the client has chosen recipients, service tasks
 * and a period (decree 457/2024 25 § 2-3). A client's choice is obeyed in every rulebook.
 *
 * @param targets those that name the requester
 * @param permit the permit, none when there is none
 */
record HealthPermit(List<Target> targets, List<FactRef> permit) {

  static HealthPermit of(Inquiry inquiry, Facts facts) {
    return new HealthPermit(
        facts.permit(PermitKind.SOCIAL_TO_HEALTH).stream()
            .flatMap(permit -> permit.targets().stream())
            .filter(target ->
                facts
                    .organisation(inquiry.organisation())
                    .filter(recipient -> names(target, recipient))
                    .isPresent())
            .toList(),
        facts.permit(PermitKind.SOCIAL_TO_HEALTH).map(FactRef::of).stream().toList());
  }

  Condition forRecipient() {
    return new Condition(Rule.PERMIT_FOR_RECIPIENT, !targets.isEmpty(), permit);
  }

  Stream<DocumentCondition> forDocument() {
    return Stream.of(
        DocumentCondition.of(
            Rule.PERMIT_FOR_TASK, document -> covered(document, _ -> true), permit),
        DocumentCondition.of(
            Rule.PERMIT_FOR_PERIOD,
            document -> covered(document, target -> inPeriod(target, document)),
            permit));
  }

  private static boolean names(Target target, OrganisationChanged recipient) {
    return switch (target.recipient().type()) {
      case PUBLIC_HEALTH_CARE -> recipient.ownership() == Ownership.PUBLIC;
      case PUBLIC_SOCIAL_CARE -> false;
      case STATE_UNIT, PRIVATE_PROVIDER ->
          recipient.oid().equals(target.recipient().organisation());
    };
  }

  /** A document of several tasks needs the client's word for each of them. */
  private boolean covered(DocumentFacts document, Predicate<Target> counts) {
    List<Target> counting = targets.stream().filter(counts).toList();
    return document.serviceTasks().stream()
        .allMatch(
            task -> counting.stream().anyMatch(target -> target.serviceTasks().contains(task)));
  }

  /** Whether the document was recorded on a day that the target covers. */
  static boolean inPeriod(Target target, DocumentFacts document) {
    LocalDate day = FinnishDays.dayOf(document.recordedAt());
    return (target.recordedFrom() == null || !day.isBefore(target.recordedFrom()))
        && (target.recordedTo() == null || !day.isAfter(target.recordedTo()));
  }
}
