package fi.lupa.contracts.event;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ProhibitionTarget;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A prohibition (luovutuskielto) was set or cancelled; the whole state after the change. Exactly
 * one of controller, service task and document is there, as the target says.
 *
 * @param representative by which right somebody else declared this for the client; absent when the
 *     client did
 */
public record ProhibitionChanged(
    UUID id,
    long version,
    ClientRef client,
    State state,
    ProhibitionTarget target,
    @Nullable Oid controller,
    @Nullable ServiceTask serviceTask,
    @Nullable Oid document,
    Channel channel,
    @Nullable Oid recorder,
    Instant setAt,
    @Nullable Instant cancelledAt,
    @Nullable RepresentationRole representative)
    implements Event {
  /** Whether the prohibition is in force. */
  public enum State {
    SET,
    CANCELLED
  }
}
