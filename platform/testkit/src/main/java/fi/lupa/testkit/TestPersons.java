package fi.lupa.testkit;

/** Test identity codes: individual numbers 900 to 999 are never given to a person. */
public final class TestPersons {
  private static final String CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY";

  private TestPersons() {}

  /** The n-th test person, 0 to 279 999; all codes differ. */
  public static String identityCode(int n) {
    int individual = 900 + n % 100;
    int day = 1 + n / 100 % 28;
    int year = n / 2800 % 100;
    String date = "%02d01%02d".formatted(day, year);
    int digits = Integer.parseInt(date + individual);
    return date + "-" + individual + CHECK.charAt(digits % 31);
  }
}
