package fi.lupa.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An object identifier as ISO/IEC 8824 writes it, such as {@code 1.2.246.10.91000005.10.0}: an
 * organisation, a unit, a register's controller or a document. At most 128 characters, no leading
 * zeros in an arc.
 */
public record Oid(@JsonValue String value) implements Comparable<Oid> {
  private static final int LONGEST = 128;
  private static final int LONGEST_ARC = 39;

  /**
   * @throws IllegalArgumentException when the text is not an OID; the message never repeats the
   *     text
   */
  @JsonCreator
  public Oid {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an object identifier");
    }
  }

  public static boolean isValid(String text) {
    int length = text.length();
    if (length < 3 || length > LONGEST || text.charAt(0) < '0' || text.charAt(0) > '2') {
      return false;
    }
    int at = 1;
    while (at < length) {
      int end = arc(text, at);
      if (end == at) {
        return false;
      }
      at = end;
    }
    return true;
  }

  /** Where the arc ends that begins here with its point; here when there is none. */
  private static int arc(String text, int at) {
    int first = at + 1;
    int end = first;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    boolean whole = text.charAt(at) == '.' && end > first && end - first <= LONGEST_ARC;
    return whole && (end - first == 1 || text.charAt(first) != '0') ? end : at;
  }

  @Override
  public int compareTo(Oid other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
