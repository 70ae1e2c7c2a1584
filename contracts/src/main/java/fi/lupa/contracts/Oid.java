package fi.lupa.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * An object identifier as ISO/IEC 8824 writes it, such as {@code 1.2.246.10.91000005.10.0}: an
 * organisation, a unit, a register's controller or a document. At most 128 characters, no leading
 * zeros in an arc.
 */
public record Oid(@JsonValue String value) implements Comparable<Oid> {
  private static final Pattern FORM = Pattern.compile("[0-2](\\.(0|[1-9][0-9]{0,38}))+");
  private static final int LONGEST = 128;

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
    return text.length() <= LONGEST && FORM.matcher(text).matches();
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
