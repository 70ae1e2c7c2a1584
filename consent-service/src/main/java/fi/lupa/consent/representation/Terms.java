package fi.lupa.consent.representation;

import fi.lupa.contracts.RepresentationMatter;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of a relation, but for who and by which right.
 *
 * @param matters absent means every matter
 * @param validUntil the last day; absent means until further notice
 * @param blocks empty when nothing bars the representative
 */
public record Terms(
    @Nullable Set<RepresentationMatter> matters,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    Set<Block> blocks) {
  public Terms {
    // always in the same order: what is the same is stored the same
    matters = matters == null ? null : ordered(matters);
    blocks = ordered(blocks);
  }

  /** Whether it covers any of these matters. */
  public boolean coversAny(Set<RepresentationMatter> asked) {
    return matters == null || !Collections.disjoint(matters, asked);
  }

  private static <T extends Enum<T>> Set<T> ordered(Collection<T> some) {
    return Collections.unmodifiableSet(new TreeSet<>(some));
  }
}
