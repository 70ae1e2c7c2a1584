package fi.lupa.consent.representation.register;

import fi.lupa.consent.representation.Block;
import fi.lupa.consent.representation.Terms;
import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.platform.client.IdentityCode;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /v1/representations}, and a line of a batch. */
record RegisterRequest(
    IdentityCode represented,
    IdentityCode representative,
    RepresentationRole role,
    @Nullable Set<RepresentationMatter> matters,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    @Nullable Set<Block> blocks) {
  Terms terms() {
    return new Terms(matters, validFrom, validUntil, blocks == null ? Set.of() : blocks);
  }
}
