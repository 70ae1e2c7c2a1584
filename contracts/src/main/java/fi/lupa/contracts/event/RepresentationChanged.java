package fi.lupa.contracts.event;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.contracts.RepresentationRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may act for a client was registered, changed or ended; the whole state after the change. When
 * a child comes of age isn't told here: whoever decides has the identity code before them.
 *
 * @param client whom somebody acts for
 * @param matters absent means every matter; a guardian of a minor never has any
 * @param validUntil the last day (Helsinki time)
 * @param blocked whether something bars the representative all the same, such as a child's
 *     placement in care; what it is stays in the consent-service
 */
public record RepresentationChanged(
    UUID id,
    long version,
    State state,
    ClientRef client,
    ClientRef representative,
    RepresentationRole role,
    @Nullable Set<RepresentationMatter> matters,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    boolean blocked,
    Instant changedAt)
    implements Event {
  /** Whether the relation stands in the register. */
  public enum State {
    REGISTERED,
    ENDED
  }

  /** Whether it covers a matter at all. */
  public boolean covers(RepresentationMatter matter) {
    return matters == null || matters.contains(matter);
  }
}
