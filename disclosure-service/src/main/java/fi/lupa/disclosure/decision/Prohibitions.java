package fi.lupa.disclosure.decision;

import fi.lupa.contracts.event.ProhibitionChanged;
import java.util.Comparator;
import java.util.Optional;

/** The client's prohibitions in force (Act 703/2023 59 § 1). One beats a permit, always. */
final class Prohibitions {
  private Prohibitions() {}

  static Optional<DocumentVerdict> against(DocumentFacts document, Facts facts) {
    return facts.prohibitions().stream()
        .filter(prohibition -> prohibition.state() == ProhibitionChanged.State.SET)
        .filter(prohibition -> hits(prohibition, document))
        .min(Comparator.comparing(ProhibitionChanged::target).thenComparing(ProhibitionChanged::id))
        .map(hit -> DocumentVerdict.withheld(rule(hit), FactRef.of(hit)));
  }

  private static boolean hits(ProhibitionChanged prohibition, DocumentFacts document) {
    return switch (prohibition.target()) {
      case CONTROLLER -> document.controller().equals(prohibition.controller());
      case SERVICE_TASK -> document.serviceTasks().contains(prohibition.serviceTask());
      case DOCUMENT -> document.documentOid().equals(prohibition.document());
    };
  }

  private static Rule rule(ProhibitionChanged prohibition) {
    return switch (prohibition.target()) {
      case CONTROLLER -> Rule.CONTROLLER_NOT_PROHIBITED;
      case SERVICE_TASK -> Rule.TASK_NOT_PROHIBITED;
      case DOCUMENT -> Rule.DOCUMENT_NOT_PROHIBITED;
    };
  }
}
