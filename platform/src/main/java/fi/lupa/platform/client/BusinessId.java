package fi.lupa.platform.client;

import java.util.regex.Pattern;

/** Business id (Y-tunnus), decree 288/2001 3 §: seven digits, a hyphen and a check digit. */
public final class BusinessId {
  private static final Pattern FORM = Pattern.compile("\\d{7}-\\d");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2};

  private BusinessId() {}

  public static boolean isValid(String text) {
    if (!FORM.matcher(text).matches()) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (text.charAt(i) - '0');
    }
    int rest = sum % 11;
    int check = rest == 0 ? 0 : 11 - rest;
    return rest != 1 && check == text.charAt(8) - '0';
  }
}
