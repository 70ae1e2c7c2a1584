package fi.lupa.consent.representation;

import fi.lupa.platform.client.IdentityCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** When a person comes of age: on the 18th birthday, in Helsinki time (Guardianship Act 2 §). */
public final class Ages {
  private static final ZoneId FINLAND = ZoneId.of("Europe/Helsinki");
  private static final int OF_AGE = 18;

  private Ages() {}

  public static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, FINLAND);
  }

  public static boolean isOfAge(IdentityCode person, LocalDate today) {
    return !person.born().plusYears(OF_AGE).isAfter(today);
  }
}
