package fi.lupa.consent.representation;

import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.event.RepresentationChanged.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A relation as the operator sees it: without the two persons. */
public record RepresentationView(
    UUID id,
    long version,
    State state,
    RepresentationRole role,
    @Nullable Set<RepresentationMatter> matters,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    Set<Block> blocks,
    Instant changedAt) {
  public static RepresentationView of(Representation representation) {
    Terms terms = representation.terms();
    return new RepresentationView(
        representation.id(),
        representation.version(),
        representation.state(),
        representation.role(),
        terms.matters(),
        terms.validFrom(),
        terms.validUntil(),
        terms.blocks(),
        representation.changedAt());
  }
}
