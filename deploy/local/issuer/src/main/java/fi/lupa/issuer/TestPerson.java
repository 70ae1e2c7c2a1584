package fi.lupa.issuer;

import org.jspecify.annotations.Nullable;

/**
 * Who signed in. Spring writes such details into its own log lines, so the codes aren't shown.
 *
 * @param represented for whom; absent when for themselves
 */
record TestPerson(String identityCode, @Nullable String represented) {

  @Override
  public String toString() {
    return "a test person";
  }
}
