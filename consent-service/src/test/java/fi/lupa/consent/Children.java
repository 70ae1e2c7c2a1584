package fi.lupa.consent;

import java.util.concurrent.atomic.AtomicInteger;

/** Test persons born in this century, who aren't of age before 2038. */
public final class Children {
  private static final String CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  private static final AtomicInteger NEXT = new AtomicInteger();

  private Children() {}

  /** An identity code that no other test uses. */
  public static String child() {
    int n = NEXT.getAndIncrement();
    String date = "%02d0620".formatted(1 + n / 100 % 28);
    int individual = 900 + n % 100;
    int digits = Integer.parseInt(date + individual);
    return date + "A" + individual + CHECK.charAt(digits % 31);
  }
}
