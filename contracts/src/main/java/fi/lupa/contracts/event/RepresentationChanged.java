package fi.lupa.contracts.event;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.contracts.RepresentationRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
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
  private static final int OF_AGE = 18;

  /** Whether the relation stands in the register. */
  public enum State {
    REGISTERED,
    ENDED
  }

  /** Why nobody may act by it; the names are the reason codes. */
  public enum Refusal {
    NO_REPRESENTATION,
    MANDATE_EXPIRED,
    MANDATE_OTHER_MATTER,
    CHILD_OF_AGE
  }

  /**
   * Why nobody may act by it on a day (Act 703/2023 50 §, facts 10.7); empty when the
   * representative may. Told is only what both sides know anyway: a relation that is barred, has
   * not begun or was ended early is as if there were none.
   *
   * @param ofAge whether the represented person has come of age
   */
  public Optional<Refusal> refusal(boolean ofAge, RepresentationMatter matter, LocalDate today) {
    boolean guardian = role == RepresentationRole.GUARDIAN_OF_MINOR;
    if (state != State.REGISTERED || blocked || today.isBefore(validFrom)) {
      return Optional.of(Refusal.NO_REPRESENTATION);
    }
    if (guardian && ofAge) {
      return Optional.of(Refusal.CHILD_OF_AGE);
    }
    if (validUntil != null && today.isAfter(validUntil)) {
      // custody that ended before its time isn't for everyone to know
      return Optional.of(guardian ? Refusal.NO_REPRESENTATION : Refusal.MANDATE_EXPIRED);
    }
    return covers(matter) ? Optional.empty() : Optional.of(Refusal.MANDATE_OTHER_MATTER);
  }

  /** A person comes of age on the 18th birthday (Guardianship Act 2 §). */
  public static boolean isOfAge(LocalDate born, LocalDate today) {
    return !born.plusYears(OF_AGE).isAfter(today);
  }

  /** Whether it covers a matter at all. */
  public boolean covers(RepresentationMatter matter) {
    return matters == null || matters.contains(matter);
  }
}
