package fi.lupa.consent.representation;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.event.RepresentationChanged.State;
import java.time.Instant;
import java.util.UUID;

/** One version of a relation. There is one per client, representative and role. */
public record Representation(
    UUID id,
    ClientRef client,
    ClientRef representative,
    RepresentationRole role,
    long version,
    State state,
    Terms terms,
    Instant changedAt) {}
