package fi.lupa.audit.entry;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.event.PermitChanged;
import fi.lupa.contracts.event.PermitChanged.Recipient;
import fi.lupa.contracts.event.PermitChanged.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells that a disclosure permit was given, refused or withdrawn, and what it covers. */
final class PermitTeller {
  private static final List<String> SOCIAL_CARE = List.of("ACT_703_2023_S55_1", "ACT_703_2023_S58");
  private static final List<String> SOCIAL_TO_HEALTH =
      List.of("ACT_703_2023_S53_3", "ACT_703_2023_S58", "DECREE_457_2024_S25_2");
  private static final List<String> HEALTH_TO_SOCIAL =
      List.of("ACT_703_2023_S53_2", "ACT_703_2023_S58", "DECREE_457_2024_S25_1");

  private PermitTeller() {}

  static LogEntry tell(Told<PermitChanged> told, Words words) {
    PermitChanged event = told.event();
    List<String> parts = new ArrayList<>();
    parts.add(
        DeclarationTold.act(
            "permit." + event.state(),
            event.channel(),
            told,
            event.recorder(),
            event.representative(),
            words));
    parts.add(words.phrase("permit." + event.kind()));
    event.targets().forEach(target -> parts.add(target(target, told, words)));
    return DeclarationTold.entry(
        told,
        event.recorder(),
        event.representative(),
        List.of(),
        law(event.kind()),
        String.join(" ", parts),
        words);
  }

  private static List<String> law(PermitKind kind) {
    return switch (kind) {
      case SOCIAL_CARE -> SOCIAL_CARE;
      case SOCIAL_TO_HEALTH -> SOCIAL_TO_HEALTH;
      case HEALTH_TO_SOCIAL -> HEALTH_TO_SOCIAL;
    };
  }

  private static String target(Target target, Told<PermitChanged> told, Words words) {
    String recipient = recipient(target.recipient(), told, words);
    String text =
        target.dataGroupsOrNone().isEmpty()
            ? words.phrase(
                "permit.target",
                Map.of("recipient", recipient, "tasks", words.tasks(target.serviceTasks())))
            : words.phrase(
                "permit.target.patient",
                Map.of("recipient", recipient, "groups", groups(target, words)));
    String period = period(target, words);
    return period.isEmpty() ? text : text + " " + period;
  }

  private static String groups(Target target, Words words) {
    return target.dataGroupsOrNone().stream()
        .sorted()
        .map(group -> words.phrase("permit.group." + group))
        .collect(Collectors.joining(", "));
  }

  /** The name is left out while the log doesn't know it. */
  private static String recipient(Recipient recipient, Told<PermitChanged> told, Words words) {
    String type = words.phrase("permit.recipient." + recipient.type());
    Oid organisation = recipient.organisation();
    LocalizedText name =
        organisation == null ? null : told.names().at(organisation, told.time()).organisation();
    return name == null ? type : type + " " + words.in(name);
  }

  private static String period(Target target, Words words) {
    LocalDate from = target.recordedFrom();
    LocalDate to = target.recordedTo();
    if (from == null) {
      return to == null ? "" : words.phrase("permit.until", Map.of("to", words.day(to)));
    }
    return to == null
        ? words.phrase("permit.from", Map.of("from", words.day(from)))
        : words.phrase("permit.between", Map.of("from", words.day(from), "to", words.day(to)));
  }
}
