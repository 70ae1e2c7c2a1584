package fi.lupa.authorization.organisation;

import fi.lupa.authorization.fact.Change;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.outbox.Outbox;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.Violation;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The last steps that every change of an organisation takes, inside its transaction. */
@Component
public final class OrganisationChanges {
  private final OrganisationStore store;
  private final Outbox outbox;
  private final Clock clock;

  OrganisationChanges(OrganisationStore store, Outbox outbox, Clock clock) {
    this.store = store;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** An organisation's next state. */
  public Organisation next(Oid oid, long version, OrganisationDetails details) {
    List<Violation> repeated = OrganisationRules.repeatedUnits(details.units());
    if (!repeated.isEmpty()) {
      throw Problem.invalid(repeated);
    }
    return Organisation.of(oid, version, details, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /**
   * Stores the units and tells of the change, once the organisation's own row is written.
   *
   * @return an error UNIT_EXISTS when a unit's OID belongs to another organisation
   */
  public Mono<Change> complete(Organisation organisation) {
    return store
        .replaceUnits(organisation)
        .filter(all -> all)
        .switchIfEmpty(Mono.error(() -> Problem.of("UNIT_EXISTS")))
        .then(Mono.defer(() -> outbox.append(organisation.event(), organisation.oid().value())))
        .map(event -> new Change(event, organisation));
  }
}
