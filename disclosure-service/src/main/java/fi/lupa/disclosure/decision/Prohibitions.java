package fi.lupa.disclosure.decision;

import fi.lupa.contracts.ProhibitionTarget;
import fi.lupa.contracts.event.ProhibitionChanged;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The client's prohibitions in force (Act 703/2023 59 § 1). One beats a permit, always. */
final class Prohibitions {
  private Prohibitions() {}

  static Stream<DocumentCondition> none(Facts facts) {
    return Stream.of(
        none(Rule.CONTROLLER_NOT_PROHIBITED, ProhibitionTarget.CONTROLLER, facts),
        none(Rule.TASK_NOT_PROHIBITED, ProhibitionTarget.SERVICE_TASK, facts),
        none(Rule.DOCUMENT_NOT_PROHIBITED, ProhibitionTarget.DOCUMENT, facts));
  }

  private static DocumentCondition none(Rule rule, ProhibitionTarget target, Facts facts) {
    List<ProhibitionChanged> set =
        facts.prohibitions().stream()
            .filter(prohibition -> prohibition.target() == target)
            .filter(prohibition -> prohibition.state() == ProhibitionChanged.State.SET)
            .sorted(Comparator.comparing(ProhibitionChanged::id))
            .toList();
    return new DocumentCondition(
        rule,
        document -> set.stream().noneMatch(prohibition -> hits(prohibition, document)),
        document ->
            set.stream()
                .filter(prohibition -> hits(prohibition, document))
                .limit(1)
                .map(FactRef::of)
                .toList());
  }

  private static boolean hits(ProhibitionChanged prohibition, DocumentFacts document) {
    return switch (prohibition.target()) {
      case CONTROLLER -> document.controller().equals(prohibition.controller());
      case SERVICE_TASK -> document.serviceTasks().contains(prohibition.serviceTask());
      case DOCUMENT -> document.documentOid().equals(prohibition.document());
    };
  }
}
