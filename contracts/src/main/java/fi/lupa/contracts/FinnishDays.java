package fi.lupa.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Calendar days as the law counts them: from midnight to midnight in Finland. */
public final class FinnishDays {
  public static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");

  private FinnishDays() {}

  public static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }

  /** The instant at which the day begins. */
  public static Instant beginning(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}
