package fi.lupa.audit.mylog;

import fi.lupa.audit.ingest.OwnEvents;
import fi.lupa.audit.representation.Representations;
import fi.lupa.contracts.event.RepresentativeViewed;
import fi.lupa.platform.Ids;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.Representative;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who reads a client's log: the client, or somebody who may, and then the client is told of it. */
@Component
public class Readers {
  private final Representations representations;
  private final OwnEvents own;
  private final Ids ids;
  private final Clock clock;

  Readers(Representations representations, OwnEvents own, Ids ids, Clock clock) {
    this.representations = representations;
    this.own = own;
    this.ids = ids;
    this.clock = clock;
  }

  /** What is read; not given before it is on record that a representative read it. */
  public <T> Mono<T> read(Citizen citizen, Mono<T> what) {
    return representations.verified(citizen).then(what).delayUntil(found -> told(citizen));
  }

  private Mono<Void> told(Citizen citizen) {
    Representative by = citizen.representative();
    return by == null
        ? Mono.empty()
        : own.keep(
            new RepresentativeViewed(
                ids.next(),
                citizen.client(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                by.role(),
                RepresentativeViewed.What.LOG));
  }
}
