package fi.lupa.platform.web;

import fi.lupa.platform.problem.Problem;

/** The version a change starts from, out of {@code If-Match}. */
public record ExpectedVersion(long value) {
  /**
   * @throws Problem VERSION_CONFLICT when the current version is another
   */
  public void check(long current) {
    if (value != current) {
      throw Problem.of("VERSION_CONFLICT");
    }
  }
}
