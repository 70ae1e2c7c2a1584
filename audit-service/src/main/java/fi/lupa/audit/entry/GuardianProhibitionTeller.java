package fi.lupa.audit.entry;

import fi.lupa.audit.party.Party;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.GuardianProhibitionChanged;
import fi.lupa.contracts.event.GuardianProhibitionChanged.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a minor what became of the wish that guardians not see the minor's data. The minor's words
 * and the professional's grounds aren't here; a single document is never named by its OID.
 */
final class GuardianProhibitionTeller {
  private static final List<String> PROVISIONS = List.of("ACT_703_2023_S51_2");

  private GuardianProhibitionTeller() {}

  static LogEntry tell(Told<GuardianProhibitionChanged> told, Words words) {
    GuardianProhibitionChanged event = told.event();
    Party by = told.names().at(event.recorder(), told.time());
    String reason = event.state() == State.REFUSED ? "MINOR_REASON_NOT_ACCEPTED" : null;
    return new Draft(told, LogEntry.Kind.DECLARATION, words)
        .by(by)
        .law(PROVISIONS)
        .reason(reason)
        .saying(sentence(event, by, reason, words));
  }

  private static String sentence(
      GuardianProhibitionChanged event, Party by, @Nullable String reason, Words words) {
    String whom = event.guardian() == null ? "EVERY" : "ONE";
    ServiceTask task = event.serviceTask();
    return Stream.of(
            Optional.of(
                words.phrase(
                    "guardianProhibition." + event.state() + "." + whom,
                    Map.of("who", words.who(by.organisation(), by.unit())))),
            Optional.of(
                words.phrase(
                    "guardianProhibition.target." + event.target(),
                    Map.of("task", task == null ? "" : words.tasks(List.of(task))))),
            Grounds.because(reason, words),
            Optional.of(
                words.phrase("provision", Map.of("provision", words.citations(PROVISIONS)))))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }
}
