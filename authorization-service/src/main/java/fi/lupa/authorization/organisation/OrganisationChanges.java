package fi.lupa.authorization.organisation;

import fi.lupa.authorization.fact.Change;
import fi.lupa.authorization.usageright.expire.Departures;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.platform.outbox.Envelope;
import fi.lupa.platform.outbox.Outbox;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.Violation;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What every change of an organisation does, inside its transaction: its own row and units, its
 * event, and the same for the co-joiners whose state it changes.
 */
@Component
public final class OrganisationChanges {
  private static final long FIRST_VERSION = 1;

  private final OrganisationStore store;
  private final OrganisationReadStore read;
  private final Departures departures;
  private final Outbox outbox;
  private final Clock clock;

  OrganisationChanges(
      OrganisationStore store,
      OrganisationReadStore read,
      Departures departures,
      Outbox outbox,
      Clock clock) {
    this.store = store;
    this.read = read;
    this.departures = departures;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * The organisation as it is, and stays until the transaction ends unless this transaction changes
   * it; an error NOT_FOUND when there is none.
   */
  public Mono<Organisation> hold(Oid oid) {
    return store
        .lock(oid)
        .then(Mono.defer(() -> read.find(oid)))
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")));
  }

  /**
   * Stores and tells of a new organisation.
   *
   * @return an error ORGANISATION_EXISTS, UNIT_EXISTS, MAIN_JOINER_NOT_ALLOWED or
   *     MAIN_JOINER_UNKNOWN
   */
  public Mono<Change> register(Oid oid, OrganisationDetails details) {
    return store
        .oneAtATime()
        .then(Mono.defer(() -> next(oid, FIRST_VERSION, details)))
        .flatMap(first ->
            store
                .insert(first)
                .filter(inserted -> inserted)
                .switchIfEmpty(Mono.error(() -> Problem.of("ORGANISATION_EXISTS")))
                .then(Mono.defer(() -> complete(first))));
  }

  /**
   * Stores and tells of a change.
   *
   * @param current what {@link #hold} gave
   * @return an error UNIT_EXISTS, MAIN_JOINER_NOT_ALLOWED, MAIN_JOINER_UNKNOWN, or
   *     RIGHTS_STILL_ENDING when it joins again before the rights it had are ended
   */
  public Mono<Change> change(Organisation current, OrganisationDetails details) {
    return next(current.oid(), current.version() + 1, details)
        .flatMap(next -> store.update(next).then(Mono.defer(() -> complete(next))));
  }

  private Mono<Organisation> next(Oid oid, long version, OrganisationDetails details) {
    List<Violation> wrong = OrganisationRules.ofUnits(details);
    if (!wrong.isEmpty()) {
      return Mono.error(Problem.invalid(wrong));
    }
    return Mono.zip(
        main(details),
        read.coJoiners(oid).hasElements(),
        (main, has) -> {
          JointJoiningRules.check(oid, details, has, main.orElse(null))
              .ifPresent(code -> {
                throw Problem.of(code);
              });
          OrganisationStatus mains = main.map(Organisation::holds).orElse(null);
          OrganisationStatus holds = JointJoiningRules.effective(details.status(), mains);
          return Organisation.of(oid, version, details, holds, now());
        });
  }

  private Mono<Optional<Organisation>> main(OrganisationDetails details) {
    return details.mainJoiner() == null
        ? Mono.just(Optional.empty())
        : read.find(details.mainJoiner()).map(Optional::of).defaultIfEmpty(Optional.empty());
  }

  private Mono<Change> complete(Organisation organisation) {
    return store
        .replaceUnits(organisation)
        .filter(all -> all)
        .switchIfEmpty(Mono.error(() -> Problem.of("UNIT_EXISTS")))
        .then(Mono.defer(() -> tell(organisation)))
        .flatMap(event ->
            coJoinersFollow(organisation)
                .map(followers -> new Change(event, organisation, followers)));
  }

  private Mono<List<Envelope>> coJoinersFollow(Organisation main) {
    return read.coJoiners(main.oid())
        .collectList()
        .flatMapIterable(all -> all)
        .concatMap(coJoiner -> {
          Organisation next = coJoiner.following(main.holds(), main.changedAt());
          return next.holds() == coJoiner.holds()
              ? Mono.<Envelope>empty()
              : store.update(next).then(Mono.defer(() -> tell(next)));
        })
        .collectList();
  }

  private Mono<Envelope> tell(Organisation organisation) {
    return departures
        .changed(organisation.oid(), organisation.holds(), organisation.changedAt())
        .then(Mono.defer(() -> outbox.append(organisation.event(), organisation.oid().value())));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
