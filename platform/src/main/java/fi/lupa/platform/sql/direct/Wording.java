package fi.lupa.platform.sql.direct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A statement as JDBC wants it.
 *
 * @param text with a question mark for each place of a value
 * @param places for each question mark which value stands there, counted from 0
 */
record Wording(String text, int[] places) {
  /** More than the code has of statements that are asked; conditions that come and go make more. */
  private static final int MOST = 2_000;

  private static final Map<String, Wording> KNOWN = new ConcurrentHashMap<>();

  /** Of a statement with PostgreSQL's own markers: $1 and so on. */
  static Wording of(String statement) {
    Wording known = KNOWN.get(statement);
    if (known == null) {
      known = read(statement);
      if (KNOWN.size() < MOST) {
        KNOWN.put(statement, known);
      }
    }
    return known;
  }

  private static Wording read(String statement) {
    StringBuilder text = new StringBuilder();
    List<Integer> places = new ArrayList<>();
    boolean quoted = false;
    for (int at = 0; at < statement.length(); at++) {
      char character = statement.charAt(at);
      quoted ^= character == '\'';
      int end = at + 1;
      while (end < statement.length() && Character.isDigit(statement.charAt(end))) {
        end++;
      }
      if (!quoted && character == '$' && end > at + 1) {
        places.add(Integer.parseInt(statement, at + 1, end, 10) - 1);
        text.append('?');
        at = end - 1;
      } else {
        text.append(!quoted && character == '?' ? "??" : character);
      }
    }
    return new Wording(text.toString(), places.stream().mapToInt(Integer::intValue).toArray());
  }
}
