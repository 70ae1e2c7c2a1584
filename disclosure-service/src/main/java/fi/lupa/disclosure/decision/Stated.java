package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Ground;
import org.jspecify.annotations.Nullable;

/**
 * What the requester states to stand on, besides the relationship (Act 703/2023 53, 55 and 56 §).
 *
 * @param ground absent means the client's permit
 * @param otherTask the other task that the relationship is, is explained
 * @param wideSearch the reason of a wide search is given and explained
 * @param necessity it is confirmed that the data are necessary
 * @param incapacity the client can't judge a permit and has no legal representative
 * @param protection what must be secured
 */
public record Stated(
    @Nullable Ground ground,
    boolean otherTask,
    boolean wideSearch,
    boolean necessity,
    boolean incapacity,
    @Nullable ProtectionNeed protection) {
  /** For what needs no more than its basis. */
  public static final Stated NOTHING = new Stated(null, false, false, false, false, null);
}
