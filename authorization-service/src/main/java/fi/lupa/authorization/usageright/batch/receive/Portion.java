package fi.lupa.authorization.usageright.batch.receive;

import java.util.function.Predicate;

/**
 * Tells the last line of each portion of one upload that is stored together: so many lines or so
 * many bytes, whichever comes first. So an upload of the longest lines takes no more memory than
 * one of short ones.
 */
final class Portion implements Predicate<SentLine> {
  static final int MOST_LINES = 500;
  static final int ENOUGH_BYTES = 256 * 1024;

  private int lines;
  private int bytes;

  @Override
  public boolean test(SentLine line) {
    lines++;
    bytes += line.bytes().length;
    if (lines < MOST_LINES && bytes < ENOUGH_BYTES) {
      return false;
    }
    lines = 0;
    bytes = 0;
    return true;
  }
}
