package fi.lupa.local.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;

/**
 * A client who exists in tests only: the individual number of the identity code is from 900 to 999,
 * which no real person has.
 *
 * @param identityCode eleven characters with the right check character
 */
public record Person(String identityCode) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("ddMMyy");
  private static final String CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1935, 1, 1);
  private static final int BIRTHDAYS = 20 * 365;
  private static final int TEST_NUMBERS = 100;

  /** Someone born from 1935 to 1954: each run of the demo takes another. */
  public static Person random(RandomGenerator random) {
    LocalDate born = FIRST_BIRTHDAY.plusDays(random.nextInt(BIRTHDAYS));
    return of(born, 900 + random.nextInt(TEST_NUMBERS));
  }

  /**
   * The person of a birthday in the 1900s and an individual number.
   *
   * @param number 900 to 999
   */
  static Person of(LocalDate born, int number) {
    int digits = Integer.parseInt(born.format(DAY)) * 1000 + number;
    char check = CHECK.charAt(digits % CHECK.length());
    return new Person("%s-%03d%c".formatted(born.format(DAY), number, check));
  }
}
