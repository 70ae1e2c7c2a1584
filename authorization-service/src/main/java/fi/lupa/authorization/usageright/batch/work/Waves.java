package fi.lupa.authorization.usageright.batch.work;

import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.authorization.usageright.batch.Command.Grant;
import fi.lupa.authorization.usageright.batch.Command.OfRight;
import fi.lupa.authorization.usageright.batch.work.LineResult.Done;
import fi.lupa.authorization.usageright.batch.work.LineResult.Refused;
import fi.lupa.authorization.usageright.check.Refusal;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.UsageRightChanged.Change;
import fi.lupa.platform.Ids;
import io.r2dbc.spi.R2dbcException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Does acts of which no two are about the same client: each kind in one statement. */
@Component
class Waves {
  private static final String EXCLUSION_VIOLATION = "23P01";

  private final RightsStore rights;
  private final Ids ids;

  Waves(RightsStore rights, Ids ids) {
    this.rights = rights;
    this.ids = ids;
  }

  Mono<List<LineResult>> run(List<PendingLine> lines, Scene scene) {
    List<LineResult> decided = lines.stream().map(line -> decide(line, scene)).toList();
    Map<Change, List<Done>> done =
        decided.stream()
            .filter(Done.class::isInstance)
            .map(Done.class::cast)
            .collect(Collectors.groupingBy(Done::change));
    List<LineResult> refused = decided.stream().filter(Refused.class::isInstance).toList();
    return Flux.concat(
            Mono.just(refused),
            end(done.getOrDefault(Change.ENDED, List.of()), scene),
            amend(done.getOrDefault(Change.AMENDED, List.of()), scene),
            grant(done.getOrDefault(Change.GRANTED, List.of()), scene))
        .reduce(List.of(), (all, some) -> Stream.concat(all.stream(), some.stream()).toList());
  }

  private LineResult decide(PendingLine line, Scene scene) {
    return switch (line.command()) {
      case Grant grant ->
          ActRules.grant(
              line.line(),
              granted(grant, new UsageRightId(ids.next()), scene.organiser(), scene.now()),
              scene.parties(),
              scene.now());
      case OfRight act ->
          ActRules.ofRight(
              line.line(), act, scene.rights().get(act.id()), scene.parties(), scene.now());
    };
  }

  static UsageRight granted(Grant grant, UsageRightId id, Oid organiser, Instant now) {
    return UsageRight.granted(
        id,
        grant.client(),
        organiser,
        grant.producer(),
        grant.producerUnit(),
        grant.serviceTask(),
        grant.terms(),
        now);
  }

  private Mono<List<LineResult>> end(List<Done> ends, Scene scene) {
    return update(ends, Change.ENDED, scene);
  }

  private Mono<List<LineResult>> grant(List<Done> grants, Scene scene) {
    return grants.isEmpty()
        ? Mono.just(List.of())
        : rights
            .insert(rightsOf(grants), scene.now(), scene.by())
            .map(stored ->
                grants.stream()
                    .map(grant -> stored.contains(grant.right().id()) ? grant : overlaps(grant))
                    .toList());
  }

  /**
   * The table refuses an amended right that overlaps another one by an error, which spoils them
   * all: then they are taken back and done one by one.
   */
  private Mono<List<LineResult>> amend(List<Done> amendments, Scene scene) {
    if (amendments.isEmpty()) {
      return Mono.just(List.of());
    }
    Mono<List<LineResult>> together =
        rights
            .savepoint()
            .then(Mono.defer(() -> update(amendments, Change.AMENDED, scene)))
            .flatMap(done -> rights.keep().thenReturn(done));
    return together.onErrorResume(
        Waves::isOverlap,
        error -> rights.takeBack().then(Mono.defer(() -> amendAgain(amendments, scene))));
  }

  private Mono<List<LineResult>> amendAgain(List<Done> amendments, Scene scene) {
    return amendments.size() == 1
        ? Mono.just(List.of(overlaps(amendments.getFirst())))
        : Flux.fromIterable(amendments)
            .concatMap(one -> amend(List.of(one), scene))
            .flatMapIterable(result -> result)
            .collectList();
  }

  private Mono<List<LineResult>> update(List<Done> changes, Change change, Scene scene) {
    return changes.isEmpty()
        ? Mono.just(List.of())
        : rights
            .update(rightsOf(changes), change, scene.now(), scene.by())
            .then(
                Mono.fromSupplier(() -> {
                  changes.forEach(one -> scene.rights().put(one.right().id(), one.right()));
                  return List.copyOf(changes);
                }));
  }

  private static LineResult overlaps(Done done) {
    return new Refused(done.line(), Refusal.RIGHT_OVERLAPS.name());
  }

  private static List<UsageRight> rightsOf(List<Done> changes) {
    return changes.stream().map(Done::right).toList();
  }

  private static boolean isOverlap(Throwable error) {
    return error.getCause() instanceof R2dbcException cause
        && EXCLUSION_VIOLATION.equals(cause.getSqlState());
  }
}
