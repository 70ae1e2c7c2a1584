package fi.lupa.authorization.clientlink;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.ClientLinked;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link as it is answered: without whom it is about. */
public record ClientLinkAnswer(
    UUID id,
    long version,
    ClientLinked.State state,
    Oid organiser,
    Instant linkedAt,
    @Nullable Instant cancelledAt) {

  public static ClientLinkAnswer of(ClientLink link) {
    return new ClientLinkAnswer(
        link.id(),
        link.version(),
        link.state(),
        link.organiser(),
        link.linkedAt(),
        link.cancelledAt());
  }
}
