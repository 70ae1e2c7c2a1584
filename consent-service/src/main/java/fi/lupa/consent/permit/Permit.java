package fi.lupa.consent.permit;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.PermitState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a client's permit of one kind. {@code givenAt} is absent when it was refused;
 * {@code targets} is empty unless a permit from one sector to the other is given.
 */
public record Permit(
    UUID id,
    ClientRef client,
    PermitKind kind,
    long version,
    PermitState state,
    List<Target> targets,
    String textVersion,
    Channel channel,
    @Nullable Instant givenAt,
    Instant changedAt) {
  public Permit {
    targets = List.copyOf(targets);
  }
}
