package fi.lupa.authorization.usageright;

import fi.lupa.contracts.Oid;
import fi.lupa.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who made a version of a right.
 *
 * @param organisation null when the right ended by itself
 * @param system the subject of the token of the organisation's system
 */
public record ChangedBy(@Nullable Oid organisation, String system) {
  /** Nobody: the right ended by itself. */
  public static final ChangedBy ITSELF = new ChangedBy(null, "lupa");

  public static ChangedBy of(Caller caller) {
    return new ChangedBy(caller.organisation(), caller.subject());
  }
}
