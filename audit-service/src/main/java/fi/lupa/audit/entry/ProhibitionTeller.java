package fi.lupa.audit.entry;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.ProhibitionChanged;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells that a prohibition was set or cancelled, and what it hits. A single document is never named
 * by its OID.
 */
final class ProhibitionTeller {
  private static final List<String> PROVISIONS = List.of("ACT_703_2023_S58", "ACT_703_2023_S59_1");

  private ProhibitionTeller() {}

  static LogEntry tell(Told<ProhibitionChanged> told, Words words) {
    ProhibitionChanged event = told.event();
    LocalizedText controller = controller(told);
    String sentence =
        DeclarationTold.act(
                "prohibition." + event.state(),
                event.channel(),
                told,
                event.recorder(),
                event.representative(),
                words)
            + " "
            + target(event, controller, words);
    return DeclarationTold.entry(
        told,
        event.recorder(),
        event.representative(),
        controller == null ? List.of() : List.of(controller),
        PROVISIONS,
        sentence,
        words);
  }

  private static String target(
      ProhibitionChanged event, @Nullable LocalizedText controller, Words words) {
    ServiceTask task = event.serviceTask();
    return words.phrase(
        "prohibition.target." + event.target(),
        Map.of(
            "controller",
            words.who(controller, null),
            "task",
            task == null ? "" : words.tasks(List.of(task))));
  }

  private static @Nullable LocalizedText controller(Told<ProhibitionChanged> told) {
    Oid controller = told.event().controller();
    return controller == null ? null : told.names().at(controller, told.time()).organisation();
  }
}
