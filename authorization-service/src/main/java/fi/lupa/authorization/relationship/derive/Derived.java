package fi.lupa.authorization.relationship.derive;

import fi.lupa.authorization.usageright.Terms;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What follows for a right from a block.
 *
 * <p>{@code pointer} is where the block stands in the request, or what is wrong in it; null when no
 * block tells of the right any more.
 */
public sealed interface Derived {
  @Nullable String pointer();

  /** The block's right, when there is one already. */
  default @Nullable UsageRight right() {
    return null;
  }

  /** It gets a right. */
  record Grant(String pointer, ServiceTask task, Oid producer, Oid unit, Terms terms)
      implements Derived {}

  /** Its right gets other terms. */
  record Amend(String pointer, UsageRight right, Terms terms) implements Derived {}

  /**
   * Its right ends.
   *
   * @param on the last day; null means at once
   */
  record End(@Nullable String pointer, UsageRight right, @Nullable LocalDate on)
      implements Derived {}

  /** Nothing changes; without a right it was over before it came. */
  record Same(String pointer, @Nullable UsageRight right) implements Derived {}

  /** It can't be; {@code code} is a reason code. */
  record Refused(String pointer, String code, @Nullable UsageRight right) implements Derived {}
}
