package fi.lupa.platform.sql.direct;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of a statement by their numbers, counted from 0. Never changed. */
final class Bound {
  static final Bound NONE = new Bound(new Object[0]);

  private final @Nullable Object[] values;

  private Bound(@Nullable Object[] values) {
    this.values = values;
  }

  /** The same with one value more, or another. */
  Bound and(int index, Object value) {
    @Nullable Object[] more = Arrays.copyOf(values, Math.max(values.length, index + 1));
    more[index] = value;
    return new Bound(more);
  }

  /** One more than the highest number. */
  int size() {
    return values.length;
  }

  boolean has(int index) {
    return index < values.length && values[index] != null;
  }

  /**
   * @throws IllegalStateException when there is no value of that number; one that is null is a
   *     {@link io.r2dbc.spi.Parameter}
   */
  Object get(int index) {
    @Nullable Object value = index < values.length ? values[index] : null;
    if (value == null) {
      throw new IllegalStateException("value " + (index + 1) + " isn't bound");
    }
    return value;
  }
}
