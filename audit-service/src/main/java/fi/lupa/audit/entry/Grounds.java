package fi.lupa.audit.entry;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.event.Controller;
import fi.lupa.contracts.event.Party;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of a sentence that say in whose register, on what ground and why not. */
final class Grounds {
  private Grounds() {}

  static String ground(String phrase, String ground, List<String> provisions, Words words) {
    String citations = words.citations(provisions);
    String text = citations.isEmpty() ? ground : ground + " (" + citations + ")";
    return words.phrase(phrase, Map.of("ground", text));
  }

  static Optional<String> register(List<Controller> controllers, Words words) {
    if (controllers.isEmpty()) {
      return Optional.empty();
    }
    String names = words.names(controllers.stream().map(Controller::name).toList());
    return Optional.of(words.phrase("register", Map.of("controllers", names)));
  }

  /**
   * Of a change to a document: in whose register, for whom, on what ground and, when it was denied,
   * why not.
   *
   * @param reasonCode there when denied
   */
  static List<String> change(
      Controller controller,
      Optional<String> chain,
      Basis basis,
      List<String> provisions,
      @Nullable String reasonCode,
      Words words) {
    String phrase = reasonCode == null ? "ground" : "ground.claimed";
    return Stream.of(
            register(List.of(controller), words),
            chain,
            Optional.of(ground(phrase, words.in(words.codes().basis(basis)), provisions, words)),
            because(reasonCode, words))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Who in the purchase chain stands between the controller and the client. */
  static Optional<String> chain(
      @Nullable Party producer, @Nullable Party subcontractor, Words words) {
    if (producer == null) {
      return Optional.empty();
    }
    String text = words.phrase("chain.producer", Map.of("producer", words.in(producer.name())));
    return Optional.of(
        subcontractor == null
            ? text
            : text
                + " "
                + words.phrase(
                    "chain.subcontractor",
                    Map.of("subcontractor", words.in(subcontractor.name()))));
  }

  static Optional<String> because(@Nullable String reasonCode, Words words) {
    return Optional.ofNullable(reason(reasonCode, words))
        .map(reason -> words.phrase("reason", Map.of("reason", reason)));
  }

  static @Nullable String reason(@Nullable String code, Words words) {
    return code == null ? null : words.in(words.codes().reason(code));
  }
}
