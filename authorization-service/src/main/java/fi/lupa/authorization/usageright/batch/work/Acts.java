package fi.lupa.authorization.usageright.batch.work;

import fi.lupa.authorization.usageright.ChangedBy;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.authorization.usageright.batch.Command;
import fi.lupa.authorization.usageright.batch.Command.Grant;
import fi.lupa.authorization.usageright.batch.Command.OfRight;
import fi.lupa.authorization.usageright.check.RightCheck;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does the acts of a chunk, inside the caller's transaction: by the same rules as each act alone,
 * but with a handful of statements for all of them. Holds first the organisations and then the
 * rights, like everyone who holds both, and takes the moment when it has them.
 */
@Component
class Acts {
  private final RightsStore rights;
  private final RightCheck check;
  private final Waves waves;
  private final Ids ids;
  private final Clock clock;

  Acts(RightsStore rights, RightCheck check, Waves waves, Ids ids, Clock clock) {
    this.rights = rights;
    this.check = check;
    this.waves = waves;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @return what came of each line, in the order of the lines
   */
  Mono<List<LineResult>> run(List<PendingLine> lines, Oid organiser, ChangedBy by) {
    Set<UsageRightId> named =
        lines.stream()
            .map(PendingLine::command)
            .filter(OfRight.class::isInstance)
            .map(command -> ((OfRight) command).id())
            .collect(Collectors.toSet());
    return rights
        .find(named, organiser)
        .flatMap(found -> check.hold(outlines(lines, found, organiser)))
        .flatMap(parties ->
            rights
                .lock(named, organiser)
                .map(locked -> new Scene(organiser, by, parties, new HashMap<>(locked), now())))
        .flatMap(scene ->
            Flux.fromIterable(WaveRules.waves(lines, line -> whose(line, scene.rights())))
                .concatMap(wave -> waves.run(wave, scene))
                .collectList())
        .map(Acts::inOrder);
  }

  /** The rights as they would be now: what they name is what gets held. */
  private List<UsageRight> outlines(
      List<PendingLine> lines, Map<UsageRightId, UsageRight> found, Oid organiser) {
    Instant now = now();
    return lines.stream()
        .map(line ->
            switch (line.command()) {
              case Grant grant ->
                  Waves.granted(grant, new UsageRightId(ids.next()), organiser, now);
              case Command.Amend amend ->
                  found.containsKey(amend.id())
                      ? found.get(amend.id()).amended(amend.terms(), now)
                      : null;
              case Command.End end -> null;
            })
        .filter(Objects::nonNull)
        .toList();
  }

  /** The client; of a right that isn't the organiser's, the right. */
  private static Object whose(PendingLine line, Map<UsageRightId, UsageRight> rights) {
    return switch (line.command()) {
      case Grant grant -> grant.client();
      case OfRight act -> rights.containsKey(act.id()) ? rights.get(act.id()).client() : act.id();
    };
  }

  private static List<LineResult> inOrder(Collection<List<LineResult>> waves) {
    return waves.stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(LineResult::line))
        .toList();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
