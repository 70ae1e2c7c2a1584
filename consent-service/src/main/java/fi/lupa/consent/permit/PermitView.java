package fi.lupa.consent.permit;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.PermitState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A permit as it is answered: without the client and without who recorded it. */
public record PermitView(
    UUID id,
    long version,
    PermitKind kind,
    PermitState state,
    List<NamedTarget> targets,
    String textVersion,
    Channel channel,
    @Nullable Instant givenAt,
    Instant changedAt) {}
