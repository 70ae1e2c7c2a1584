package fi.lupa.consent.representation;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.event.RepresentationChanged.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** Relations of the tests, since the beginning of 2026. */
public final class Relations {
  public static final ClientRef CLIENT = new ClientRef(new UUID(1, 1));
  public static final ClientRef ACTOR = new ClientRef(new UUID(2, 2));
  public static final LocalDate SINCE = LocalDate.parse("2026-01-01");
  private static final Instant AT = Instant.parse("2026-01-01T08:00:00Z");

  private Relations() {}

  public static Representation of(RepresentationRole role) {
    return new Representation(
        new UUID(3, role.ordinal()),
        CLIENT,
        ACTOR,
        role,
        1,
        State.REGISTERED,
        new Terms(null, SINCE, null, Set.of()),
        AT);
  }

  public static Representation ended(Representation one) {
    return with(one, State.ENDED, one.terms());
  }

  public static Representation blocked(Representation one, Block... blocks) {
    Terms terms = one.terms();
    return with(
        one,
        one.state(),
        new Terms(terms.matters(), terms.validFrom(), terms.validUntil(), Set.of(blocks)));
  }

  public static Representation until(Representation one, LocalDate last) {
    Terms terms = one.terms();
    return with(
        one, one.state(), new Terms(terms.matters(), terms.validFrom(), last, terms.blocks()));
  }

  public static Representation about(Representation one, RepresentationMatter... matters) {
    Terms terms = one.terms();
    return with(
        one,
        one.state(),
        new Terms(Set.of(matters), terms.validFrom(), terms.validUntil(), terms.blocks()));
  }

  private static Representation with(Representation one, State state, Terms terms) {
    return new Representation(
        one.id(),
        one.client(),
        one.representative(),
        one.role(),
        one.version(),
        state,
        terms,
        one.changedAt());
  }
}
