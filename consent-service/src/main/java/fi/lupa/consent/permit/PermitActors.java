package fi.lupa.consent.permit;

import fi.lupa.consent.representation.Ages;
import fi.lupa.consent.representation.check.Representatives;
import fi.lupa.contracts.PermitKind;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Citizen;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who sees and answers which kinds of permits in the citizen's channel. */
@Component
public class PermitActors {
  private final Representatives representatives;
  private final Clock clock;

  PermitActors(Representatives representatives, Clock clock) {
    this.representatives = representatives;
    this.clock = clock;
  }

  /**
   * The citizen, when a permit of this kind is for them, or for who acts for them, to answer.
   *
   * @return an error NO_REPRESENTATION or another of the relation's,
   *     GUARDIAN_CANNOT_PERMIT_PATIENT_DATA
   */
  public Mono<Citizen> answering(Citizen citizen, PermitKind kind) {
    return representatives
        .verified(citizen, PermitMatters.of(kind))
        .filter(who -> seen(who).contains(kind))
        .switchIfEmpty(Mono.error(() -> Problem.of("GUARDIAN_CANNOT_PERMIT_PATIENT_DATA")));
  }

  /**
   * The same of a permit that there is.
   *
   * @return an error NOT_FOUND when they don't see that kind
   */
  public Mono<Citizen> withdrawing(Citizen citizen, PermitKind kind) {
    return representatives
        .verified(citizen, PermitMatters.of(kind))
        .filter(who -> seen(who).contains(kind))
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")));
  }

  /** What they see; other kinds are as if nobody had answered to them. */
  public Set<PermitKind> seen(Citizen who) {
    return seen(who, Ages.today(clock.instant()));
  }

  /**
   * Whoever acts for a minor leaves the minor's patient data alone: whether the minor decides alone
   * is for a professional to judge (Act 703/2023 51 § 1, facts 2.6).
   */
  static Set<PermitKind> seen(Citizen who, LocalDate today) {
    return who.representative() == null || Ages.isOfAge(who.id(), today)
        ? EnumSet.allOf(PermitKind.class)
        : EnumSet.complementOf(EnumSet.of(PermitKind.HEALTH_TO_SOCIAL));
  }
}
