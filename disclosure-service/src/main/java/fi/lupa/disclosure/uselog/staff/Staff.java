package fi.lupa.disclosure.uselog.staff;

import fi.lupa.contracts.ClientRef;
import fi.lupa.disclosure.matter.ClientRelationship.Address;
import fi.lupa.disclosure.record.Officer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contract's {@code Staff}. */
record Staff(Officer requester, List<Told> items) {
  /**
   * A professional as told.
   *
   * @param left true when to be forgotten
   */
  record Told(
      String professional,
      @Nullable String identityCode,
      @Nullable Address address,
      @Nullable Boolean left) {}

  /** A professional as kept. */
  record Kept(String professional, @Nullable ClientRef person, @Nullable String address) {}
}
