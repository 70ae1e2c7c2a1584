package fi.lupa.audit.coverage;

import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says how far the log reaches now. */
@Component
public class Coverages {
  private final CoverageStore store;
  private final Clock clock;

  Coverages(CoverageStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** To be read before the entries it speaks of, or in one snapshot with them. */
  public Mono<Coverage> now() {
    return store
        .known()
        .map(known -> Coverage.of(known.from(), clock.instant(), known.marks(), known.gaps()));
  }
}
