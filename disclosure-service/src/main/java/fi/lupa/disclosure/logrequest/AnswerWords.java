package fi.lupa.disclosure.logrequest;

import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.platform.codeset.YamlFiles;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The words of answers: {@code log-answer.yaml} and code sets that nothing else here tells. */
@Component
class AnswerWords {
  private static final LocalizedText UNKNOWN = new LocalizedText("–", "–", "–");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.yyyy", Locale.ROOT);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d.M.yyyy HH.mm.ss", Locale.ROOT).withZone(FinnishDays.ZONE);

  private final Map<String, LocalizedText> phrases =
      YamlFiles.texts(YamlFiles.tree("log-answer.yaml"));
  private final Map<String, LocalizedText> purposes =
      YamlFiles.texts(YamlFiles.tree("codesets/purposes.yaml"));
  private final Map<String, LocalizedText> roles =
      YamlFiles.texts(YamlFiles.tree("codesets/roles.yaml"));
  private final Map<String, LocalizedText> recipients =
      YamlFiles.texts(YamlFiles.tree("codesets/disclosure-notices.yaml").required("recipients"));
  private final Map<String, LocalizedText> grounds =
      YamlFiles.texts(YamlFiles.tree("codesets/disclosure-notices.yaml").required("grounds"));

  LocalizedText phrase(String key) {
    return Objects.requireNonNull(phrases.get(key), "no such phrase");
  }

  LocalizedText purpose(String key) {
    return purposes.getOrDefault(key, UNKNOWN);
  }

  LocalizedText role(String key) {
    return roles.getOrDefault(key, UNKNOWN);
  }

  LocalizedText recipient(String key) {
    return recipients.getOrDefault(key, UNKNOWN);
  }

  LocalizedText noticeGround(String key) {
    return grounds.getOrDefault(key, UNKNOWN);
  }

  static String day(LocalDate day) {
    return day.format(DAY);
  }

  static String moment(Instant moment) {
    return MOMENT.format(moment);
  }
}
