package fi.lupa.platform.security;

import fi.lupa.contracts.ClientRef;
import fi.lupa.platform.client.IdentityCode;
import org.jspecify.annotations.Nullable;

/**
 * The person an act is about, strongly identified by the issuer: acting for themselves, or somebody
 * acting for them.
 *
 * @param client whose data and declarations these are
 * @param representative who acts for the client; null when the client does. What the token says of
 *     them was true when it was given: whoever owns the data asks again whether it is now.
 */
public record Citizen(ClientRef client, IdentityCode id, @Nullable Representative representative) {
  /** Who asks, as the owner of idempotency keys: no two people share them. */
  public String asker() {
    return representative == null ? client.toString() : client + "/" + representative.person();
  }
}
