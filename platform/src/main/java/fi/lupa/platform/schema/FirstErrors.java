package fi.lupa.platform.schema;

import com.networknt.schema.Error;
import java.util.ArrayList;

/**
 * Ends a check when it has found enough: a client system can mend no more at once, and a document
 * made for it would give millions.
 */
final class FirstErrors extends ArrayList<Error> {
  static final int MOST = 50;

  /**
   * A step is a keyword held against a value; a document of 10 MB that means well takes a tenth.
   */
  static final long MOST_STEPS = 50_000_000;

  private static final long serialVersionUID = 1L;

  /** Thrown out of the validator. */
  static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super(null, null, false, false);
    }
  }

  @Override
  public boolean add(Error error) {
    super.add(error);
    if (size() >= MOST) {
      throw new Enough();
    }
    return true;
  }
}
