package fi.lupa.audit.representation;

import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.Representative;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Asks, at each look anew, whether somebody may read a client's log, by what the events have told
 * until now: what was changed a second ago may not have come yet.
 */
@Component
public final class Representations {
  private final RepresentationStore store;
  private final Clock clock;

  Representations(RepresentationStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** In the transaction that keeps the events. An older version changes nothing. */
  public Mono<Void> follow(Collection<RepresentationChanged> relations) {
    List<RepresentationChanged> newest = newest(relations);
    return newest.isEmpty() ? Mono.empty() : store.follow(newest);
  }

  /** When the events that told them are cleared. What a newer event told stays. */
  public Mono<Void> forget(Collection<RepresentationChanged> relations) {
    return relations.isEmpty() ? Mono.empty() : store.forget(newest(relations));
  }

  /**
   * The citizen, when nobody reads for them or who does may.
   *
   * @return an error NO_REPRESENTATION, or one that tells nothing secret
   */
  public Mono<Citizen> verified(Citizen citizen) {
    Representative by = citizen.representative();
    if (by == null) {
      return Mono.just(citizen);
    }
    return store
        .one(citizen.client(), by.representation())
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .doOnNext(known ->
            ReaderRules.refusal(by, citizen.id().born(), known, today())
                .ifPresent(code -> {
                  throw Problem.denied(code);
                }))
        .thenReturn(citizen);
  }

  private LocalDate today() {
    return FinnishDays.dayOf(clock.instant());
  }

  /** One of each relation, in a fixed order, so that writers never wait in a circle. */
  static List<RepresentationChanged> newest(Collection<RepresentationChanged> relations) {
    TreeMap<UUID, RepresentationChanged> newest = new TreeMap<>();
    relations.forEach(
        one -> newest.merge(one.id(), one, (a, b) -> a.version() < b.version() ? b : a));
    return List.copyOf(newest.values());
  }
}
