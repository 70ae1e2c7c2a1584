package fi.lupa.consent.origin;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.Representative;
import org.jspecify.annotations.Nullable;

/**
 * Where a declaration was made: at a provider, which must name its recorder, or by the citizen, who
 * needs none (permit and prohibition documents SM-1505.8 and SM-1505.9, {@code laatija}).
 */
public sealed interface Origin {
  Channel channel();

  /** The organisation that answers for the recording; absent when the citizen made it. */
  @Nullable Oid organisation();

  /** The only client this origin may act on; absent: any, as at any provider (58 § 2). */
  @Nullable ClientRef onlyClient();

  /** Who declared it for the client; absent when the client did. */
  @Nullable Represented represented();

  /** By which right it was declared for the client; all that leaves this service of it. */
  default @Nullable RepresentationRole role() {
    Represented represented = represented();
    return represented == null ? null : represented.role();
  }

  /** Recorded at a provider; the organisation comes from its token, never from the request. */
  record AtProvider(Oid organisation, Recorder recorder, @Nullable Represented represented)
      implements Origin {
    @Override
    public Channel channel() {
      return Channel.PROVIDER;
    }

    @Override
    public @Nullable ClientRef onlyClient() {
      return null;
    }
  }

  /** Made by the citizen, or by somebody who acts for them there. */
  record ByCitizen(ClientRef client, @Nullable Represented represented) implements Origin {
    @Override
    public Channel channel() {
      return Channel.CITIZEN;
    }

    @Override
    public @Nullable Oid organisation() {
      return null;
    }

    @Override
    public ClientRef onlyClient() {
      return client;
    }
  }

  static Origin of(Caller caller, Recorder recorder, @Nullable Represented represented) {
    return new AtProvider(caller.organisation(), recorder, represented);
  }

  static Origin of(Citizen citizen) {
    Representative by = citizen.representative();
    return new ByCitizen(
        citizen.client(), by == null ? null : new Represented(by.role(), by.person()));
  }
}
