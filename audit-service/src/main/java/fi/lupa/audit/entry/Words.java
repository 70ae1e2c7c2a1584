package fi.lupa.audit.entry;

import fi.lupa.audit.codeset.CodeSets;
import fi.lupa.audit.codeset.LegalReference;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.ServiceTask;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Phrases and code sets in one language. */
final class Words {
  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter NORDIC_DAY =
      DateTimeFormatter.ofPattern("d.M.yyyy", Locale.ROOT);

  private final CodeSets codes;
  private final Sentences sentences;
  private final String language;

  Words(CodeSets codes, Sentences sentences, String language) {
    this.codes = codes;
    this.sentences = sentences;
    this.language = language;
  }

  CodeSets codes() {
    return codes;
  }

  String in(LocalizedText text) {
    return text.in(language);
  }

  String phrase(String key) {
    return sentences.phrase(key, language, Map.of());
  }

  String phrase(String key, Map<String, String> arguments) {
    return sentences.phrase(key, language, arguments);
  }

  String who(@Nullable LocalizedText organisation, @Nullable LocalizedText unit) {
    String name = organisation == null ? phrase("who.unknown") : in(organisation);
    return unit == null ? name : name + " (" + in(unit) + ")";
  }

  String names(Collection<LocalizedText> names) {
    return names.stream().map(this::in).collect(Collectors.joining(", "));
  }

  String day(LocalDate day) {
    return day.format(language.equals("en") ? ENGLISH_DAY : NORDIC_DAY);
  }

  String tasks(Collection<ServiceTask> tasks) {
    return tasks.stream()
        .sorted()
        .map(task -> in(codes.serviceTask(task)))
        .collect(Collectors.joining(", "));
  }

  /**
   * The service tasks of a document as a sentence with a space before it; nothing for patient data,
   * which have none.
   */
  String about(Collection<ServiceTask> tasks) {
    return tasks.isEmpty() ? "" : phrase("about.tasks", Map.of("tasks", tasks(tasks)));
  }

  List<LogEntry.Task> taskList(Collection<ServiceTask> tasks) {
    return tasks.stream()
        .sorted()
        .map(task -> new LogEntry.Task(task.name(), in(codes.serviceTask(task))))
        .toList();
  }

  /**
   * A key that the code set no longer has is left out: a bare key would tell the reader nothing.
   */
  List<LogEntry.Provision> provisions(List<String> keys) {
    return keys.stream()
        .flatMap(key -> codes.provision(key).stream())
        .map(found -> new LogEntry.Provision(found.act(), found.section(), in(found.text())))
        .toList();
  }

  /** Such as "703/2023 55 § 1; 703/2023 58 §". */
  String citations(List<String> keys) {
    return keys.stream()
        .flatMap(key -> codes.provision(key).stream())
        .map(Words::citation)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String citation(LegalReference provision) {
    String section = provision.section();
    return section == null ? provision.act() : provision.act() + " " + section;
  }
}
