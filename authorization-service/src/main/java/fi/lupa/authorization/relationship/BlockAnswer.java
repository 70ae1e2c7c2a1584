package fi.lupa.authorization.relationship;

import fi.lupa.authorization.relationship.derive.Derived;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightAnswer;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.authorization.usageright.UsageRightState;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What came of one block.
 *
 * @param pointer where it stands, or what is wrong in it; null when no block tells of the right
 * @param code why it was refused
 * @param id its right, when it has one; the other members as the right is now
 */
record BlockAnswer(
    @Nullable String pointer,
    Change change,
    @Nullable String code,
    @Nullable UsageRightId id,
    @Nullable Long version,
    @Nullable UsageRightState state,
    @Nullable LocalDate end) {

  /** What was done. */
  enum Change {
    GRANTED,
    AMENDED,
    ENDED,
    UNCHANGED,
    REFUSED
  }

  static BlockAnswer done(Derived derived, Change change, UsageRightAnswer right) {
    return new BlockAnswer(
        derived.pointer(), change, null, right.id(), right.version(), right.state(), right.end());
  }

  static BlockAnswer unchanged(Derived derived, Instant now) {
    return ofRight(derived, Change.UNCHANGED, null, derived.pointer(), now);
  }

  static BlockAnswer refused(Derived derived, String code, Instant now) {
    return ofRight(derived, Change.REFUSED, code, derived.pointer(), now);
  }

  private static BlockAnswer ofRight(
      Derived derived,
      Change change,
      @Nullable String code,
      @Nullable String pointer,
      Instant now) {
    UsageRight right = derived.right();
    return right == null
        ? new BlockAnswer(pointer, change, code, null, null, null, null)
        : new BlockAnswer(
            pointer, change, code, right.id(), right.version(), right.stateAt(now), right.end());
  }
}
