package fi.lupa.disclosure.document.store;

import fi.lupa.disclosure.document.Membership;
import fi.lupa.platform.client.ClientId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A client that a document concerns, with the days in the common matter (yhteinen asia).
 *
 * @param joined absent when the matter isn't a common one
 * @param left the last day, absent while the client is in it
 */
record Member(ClientId client, @Nullable LocalDate joined, @Nullable LocalDate left) {
  static Member only(ClientId client) {
    return new Member(client, null, null);
  }

  Membership membership() {
    return new Membership(joined, left);
  }
}
