package fi.lupa.consent.representation;

import fi.lupa.contracts.FinnishDays;
import fi.lupa.platform.client.IdentityCode;
import java.time.Instant;
import java.time.LocalDate;

/** When a person comes of age: on the 18th birthday, in Helsinki time (Guardianship Act 2 §). */
public final class Ages {
  private static final int OF_AGE = 18;

  private Ages() {}

  public static LocalDate today(Instant now) {
    return FinnishDays.dayOf(now);
  }

  public static boolean isOfAge(IdentityCode person, LocalDate today) {
    return !person.born().plusYears(OF_AGE).isAfter(today);
  }
}
