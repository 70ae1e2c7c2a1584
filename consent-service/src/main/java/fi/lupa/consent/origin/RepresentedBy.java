package fi.lupa.consent.origin;

import fi.lupa.contracts.RepresentationRole;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.client.IdentityCode;
import org.jspecify.annotations.Nullable;

/**
 * What a provider tells of somebody who declared for the client. The provider has seen to it that
 * they may (58 § 2); the register isn't asked.
 *
 * @param person who, when the provider tells
 */
public record RepresentedBy(RepresentationRole role, @Nullable IdentityCode person) {
  /**
   * @param by absent when the client declared it
   */
  public static @Nullable Represented known(@Nullable RepresentedBy by, ClientRefs clients) {
    if (by == null) {
      return null;
    }
    IdentityCode person = by.person();
    return new Represented(by.role(), person == null ? null : clients.of(person));
  }
}
