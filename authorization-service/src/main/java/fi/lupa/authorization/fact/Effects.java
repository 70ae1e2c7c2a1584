package fi.lupa.authorization.fact;

import fi.lupa.platform.fence.Fence;
import fi.lupa.platform.problem.Problem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells whether a version of a fact is in force. */
@Component
public final class Effects {
  private final Fence fence;

  Effects(Fence fence) {
    this.fence = fence;
  }

  /**
   * @param current the newest version there is
   * @return an error NOT_FOUND when the version asked about doesn't exist
   */
  public Mono<Effect> of(FactKind kind, String id, long version, long current) {
    if (version < 1) {
      return Mono.error(Problem.invalid("/version", "must be 1 or more"));
    }
    if (version > current) {
      return Mono.error(Problem.of("NOT_FOUND"));
    }
    return fence.inForce(kind.fenceName(), id, version).map(now -> new Effect(version, now));
  }
}
