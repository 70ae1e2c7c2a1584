package fi.lupa.audit.entry;

import fi.lupa.audit.codeset.CodeSets;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.platform.codeset.LegalReference;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Phrases and code sets in one language, made once. */
final class Words {
  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter NORDIC_DAY =
      DateTimeFormatter.ofPattern("d.M.yyyy", Locale.ROOT);

  private final CodeSets codes;
  private final Sentences sentences;
  private final String language;
  private final Map<String, Cited> law = new HashMap<>();
  private final Map<ServiceTask, LogEntry.Task> tasks = new EnumMap<>(ServiceTask.class);

  /** A provision, and how it is cited, such as "703/2023 55 § 1". */
  private record Cited(LogEntry.Provision provision, String citation) {}

  Words(CodeSets codes, Sentences sentences, String language) {
    this.codes = codes;
    this.sentences = sentences;
    this.language = language;
    codes.provisions().forEach((key, provision) -> law.put(key, cited(provision)));
    for (ServiceTask task : ServiceTask.values()) {
      tasks.put(task, new LogEntry.Task(task.name(), in(codes.serviceTask(task))));
    }
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

  String tasks(Collection<ServiceTask> of) {
    return taskList(of).stream().map(LogEntry.Task::name).collect(Collectors.joining(", "));
  }

  /**
   * The service tasks of a document as a sentence with a space before it; nothing for patient data,
   * which have none.
   */
  String about(Collection<ServiceTask> tasks) {
    return tasks.isEmpty() ? "" : phrase("about.tasks", Map.of("tasks", tasks(tasks)));
  }

  List<LogEntry.Task> taskList(Collection<ServiceTask> of) {
    return of.stream().sorted().map(tasks::get).toList();
  }

  /**
   * A key that the code set no longer has is left out: a bare key would tell the reader nothing.
   */
  List<LogEntry.Provision> provisions(List<String> keys) {
    return known(keys).stream().map(Cited::provision).toList();
  }

  /** Such as "703/2023 55 § 1; 703/2023 58 §". */
  String citations(List<String> keys) {
    return known(keys).stream().map(Cited::citation).distinct().collect(Collectors.joining("; "));
  }

  private List<Cited> known(List<String> keys) {
    return keys.stream().map(law::get).filter(Objects::nonNull).toList();
  }

  private Cited cited(LegalReference provision) {
    String section = provision.section();
    return new Cited(
        new LogEntry.Provision(provision.act(), section, in(provision.text())),
        section == null ? provision.act() : provision.act() + " " + section);
  }
}
