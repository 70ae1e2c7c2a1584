package fi.lupa.authorization.usageright.check;

import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.contracts.Oid;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets through only a right that may be, inside the transaction that will store it. */
@Component
public final class RightCheck {
  private final PartyStore parties;
  private final SocialServices services;
  private final Clock clock;

  RightCheck(PartyStore parties, SocialServices services, Clock clock) {
    this.parties = parties;
    this.services = services;
    this.clock = clock;
  }

  /**
   * Holds the organisations that the right names until the transaction ends, and only then takes
   * the moment: so a right never dates from before a suspension that it waited for.
   *
   * @param outline the right as it would be now; what it names is what gets held
   * @param asOf the same right, as of the moment that counts
   * @return the right, or an error with the reason code
   */
  public Mono<UsageRight> passed(UsageRight outline, Function<Instant, UsageRight> asOf) {
    return hold(List.of(outline))
        .map(held -> {
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          UsageRight right = asOf.apply(now);
          held.refusal(right, now)
              .ifPresent(refusal -> {
                throw refusal.problem();
              });
          return right;
        });
  }

  /** Holds the organisations that the rights name until the transaction ends. */
  public Mono<HeldParties> hold(Collection<UsageRight> outlines) {
    return parties.lock(outlines).map(held -> new HeldParties(held, services));
  }

  /**
   * Holds an organiser and the organisations of units until the transaction ends, for several
   * rights at once: in one go and in one order, so that two who do so don't wait for each other.
   */
  public Mono<KnownParties> hold(Oid organiser, Collection<Oid> units) {
    return parties.lock(organiser, units).map(held -> new HeldParties(held, services));
  }
}
