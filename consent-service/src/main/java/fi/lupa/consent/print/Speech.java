package fi.lupa.consent.print;

import fi.lupa.consent.organisation.Names;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.Oid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Everything a document says, in one language; times are Finnish. */
record Speech(String language, Words words, Names names) {
  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT);

  String say(String key) {
    return words.say(key, language);
  }

  /** A text with one {@code {place}} filled in. */
  String say(String key, String place, String value) {
    return say(key).replace("{" + place + "}", value);
  }

  /** The name in this language, when it is known. */
  Optional<String> name(Oid oid) {
    return Optional.ofNullable(names.known().get(oid)).map(name -> name.in(language));
  }

  String day(LocalDate day) {
    return day.format(language.equals("en") ? ENGLISH_DAY : DAY);
  }

  String moment(Instant instant) {
    var local = instant.atZone(FinnishDays.ZONE);
    String time =
        switch (language) {
          case "sv" -> "'kl.' H.mm";
          case "en" -> "'at' HH:mm";
          default -> "'klo' H.mm";
        };
    return day(local.toLocalDate())
        + " "
        + local.format(DateTimeFormatter.ofPattern(time, Locale.ROOT));
  }
}
