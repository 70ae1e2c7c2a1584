package fi.lupa.consent.change;

import fi.lupa.platform.fence.Fence;
import fi.lupa.platform.problem.Problem;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells whether a version of a fact is in force. */
@Component
public class Effects {
  private final Fence fence;

  Effects(Fence fence) {
    this.fence = fence;
  }

  /**
   * @param current the fact's newest version; empty when it isn't there or isn't the asker's
   * @param version 1 or more
   * @return an error NOT_FOUND when there is no such version
   */
  public Mono<Effect> of(Fact fact, UUID id, Mono<Long> current, long version) {
    if (version < 1) {
      return Mono.error(Problem.invalid("/version", "must be 1 or more"));
    }
    return current
        .filter(newest -> version <= newest)
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
        .flatMap(newest -> fence.inForce(fact.kind(), id.toString(), version))
        .map(effective -> new Effect(id, version, effective));
  }
}
