package fi.lupa.authorization.onboarding;

import fi.lupa.authorization.fact.Change;
import fi.lupa.authorization.organisation.Organisation;
import fi.lupa.authorization.organisation.OrganisationChanges;
import fi.lupa.authorization.organisation.OrganisationDetails;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.SystemFunction;
import fi.lupa.platform.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes steps, with what they change of the organisation, inside one transaction that holds the
 * organisation.
 */
@Component
public final class Onboardings {
  private final OnboardingStore store;
  private final OnboardingReadStore read;
  private final OrganisationChanges organisations;
  private final Clock clock;

  Onboardings(
      OnboardingStore store,
      OnboardingReadStore read,
      OrganisationChanges organisations,
      Clock clock) {
    this.store = store;
    this.read = read;
    this.organisations = organisations;
    this.clock = clock;
  }

  /**
   * A step taken.
   *
   * @param change of the organisation; empty when it stays as it was
   */
  public record Taken(Onboarding onboarding, Optional<Change> change) {}

  /**
   * Stores a new onboarding.
   *
   * @return an error ONBOARDING_OPEN when the organisation has one that is open
   */
  public Mono<Onboarding> start(Onboarding first) {
    return store
        .insert(first)
        .filter(inserted -> inserted)
        .switchIfEmpty(Mono.error(() -> Problem.of("ONBOARDING_OPEN")))
        .thenReturn(first);
  }

  /** An onboarding with its organisation held; empty when there is none. */
  public Mono<Held> hold(UUID id) {
    return read.find(id)
        .flatMap(found ->
            organisations
                .hold(found.organisation())
                .flatMap(organisation ->
                    read.find(id).map(onboarding -> new Held(onboarding, organisation))));
  }

  /** An onboarding and its organisation, which nobody else changes meanwhile. */
  public record Held(Onboarding onboarding, Organisation organisation) {}

  /**
   * Takes a step that may be taken.
   *
   * @param by null when Lupa does by itself
   */
  public Mono<Taken> take(Held held, StepOrder order, StepTaken.@Nullable By by) {
    Onboarding stepped = stepped(held.onboarding(), order, by);
    return store
        .append(stepped)
        .then(Mono.defer(() -> read.live(stepped.organisation())))
        .flatMap(live -> follow(held.organisation(), stepped, live))
        .map(change -> new Taken(stepped, change));
  }

  /** Ends the onboardings of an organisation that leaves. */
  Mono<Void> leave(List<Onboarding> live) {
    return Flux.fromIterable(live)
        .concatMap(onboarding -> store.append(stepped(onboarding, lastStep(onboarding), null)))
        .then();
  }

  private static StepOrder lastStep(Onboarding onboarding) {
    boolean open = onboarding.progress().state() == OnboardingState.OPEN;
    return StepOrder.plain(open ? Step.CANCELLED : Step.ENDED, null);
  }

  private Onboarding stepped(Onboarding onboarding, StepOrder order, StepTaken.@Nullable By by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return onboarding.with(new StepTaken(onboarding.version() + 1, order, now, by));
  }

  private Mono<Optional<Change>> follow(
      Organisation organisation, Onboarding stepped, List<Onboarding> live) {
    List<Onboarding> others =
        live.stream().filter(other -> !other.id().equals(stepped.id())).toList();
    Set<SystemFunction> functions =
        ProductionRules.functions(organisation.functions(), stepped, others);
    OrganisationStatus status =
        stepped.steps().getLast().step() == Step.IN_PRODUCTION
            ? OrganisationStatus.JOINED
            : organisation.status();
    if (functions.equals(organisation.functions()) && status == organisation.status()) {
      return Mono.just(Optional.empty());
    }
    OrganisationDetails next = organisation.details().with(status, functions);
    return organisations.change(organisation, next).map(Optional::of);
  }
}
