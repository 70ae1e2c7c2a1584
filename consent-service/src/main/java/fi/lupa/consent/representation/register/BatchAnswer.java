package fi.lupa.consent.representation.register;

import fi.lupa.platform.problem.Violation;
import java.util.List;

/**
 * What became of many lines.
 *
 * @param changed how many made a relation or a new version of one
 * @param unchanged how many said what is registered already
 * @param effective whether every change is in force; those that aren't come into force by
 *     themselves
 */
record BatchAnswer(int changed, int unchanged, List<Refused> refused, boolean effective) {
  /** A line that registered nothing, counted from 1. */
  record Refused(int line, List<Violation> violations) {}
}
