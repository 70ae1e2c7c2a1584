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

  /**
   * To be read before the entries it speaks of. The marks come first: a gap or an entry that
   * arrives meanwhile only adds to what was promised.
   */
  public Mono<Coverage> now() {
    return store
        .marks()
        .flatMap(marks ->
            store
                .gaps()
                .flatMap(gaps ->
                    store.start().map(from -> Coverage.of(from, clock.instant(), marks, gaps))));
  }
}
