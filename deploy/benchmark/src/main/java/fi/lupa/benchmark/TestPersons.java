package fi.lupa.benchmark;

/** Test identity codes (individual numbers 900 to 999), a different one for each number. */
final class TestPersons {
  private static final String CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  private static final String[] CENTURIES = {"-", "Y", "X", "W", "V", "U"};

  private TestPersons() {}

  static String identityCode(int n) {
    int individual = 900 + n % 100;
    int day = 1 + n / 100 % 28;
    int month = 1 + n / 2_800 % 12;
    int year = n / 33_600 % 100;
    String century = CENTURIES[n / 3_360_000 % CENTURIES.length];
    String date = "%02d%02d%02d".formatted(day, month, year);
    int digits = Integer.parseInt(date + individual);
    return date + century + individual + CHECK.charAt(digits % 31);
  }
}
