package fi.lupa.authorization.relationship;

import fi.lupa.authorization.fact.Changes;
import fi.lupa.authorization.relationship.RelationshipStore.Following;
import fi.lupa.authorization.relationship.derive.DerivationRules;
import fi.lupa.authorization.relationship.derive.Derived;
import fi.lupa.authorization.relationship.derive.Situation;
import fi.lupa.authorization.relationship.document.Block;
import fi.lupa.authorization.relationship.document.RelationshipDocument;
import fi.lupa.authorization.relationship.document.RelationshipReader;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.authorization.usageright.UsageRightState;
import fi.lupa.authorization.usageright.check.KnownParties;
import fi.lupa.authorization.usageright.check.RightCheck;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.idempotency.Idempotency;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets an organiser's rights follow a version of a client relationship document; runs inside the
 * caller's transaction. It holds the document first, then the organisations, then the rights.
 */
@Component
final class Importing {
  private final RelationshipReader reader;
  private final RelationshipStore store;
  private final RightCheck check;
  private final Applying applying;
  private final Idempotency idempotency;
  private final ClientRefs clientRefs;
  private final Clock clock;

  Importing(
      RelationshipReader reader,
      RelationshipStore store,
      RightCheck check,
      Applying applying,
      Idempotency idempotency,
      ClientRefs clientRefs,
      Clock clock) {
    this.reader = reader;
    this.store = store;
    this.check = check;
    this.applying = applying;
    this.idempotency = idempotency;
    this.clientRefs = clientRefs;
    this.clock = clock;
  }

  /**
   * What is decided on.
   *
   * @param under the pseudonym of the client that the relationship was begun under
   * @param rights the organiser's to the client, with the documents they follow
   */
  private record Held(
      ClientRef client,
      ClientRef under,
      RelationshipDocument document,
      byte[] fingerprint,
      List<AppliedVersion> known,
      KnownParties parties,
      List<Following> rights,
      Instant now) {}

  /**
   * @return the changes, or an error with the reason code, after which nothing may be committed
   */
  Mono<Changes> take(RelationshipImport request, Caller organiser) {
    ClientRef client = clientRefs.of(request.client());
    byte[] fingerprint = idempotency.fingerprint(request.document());
    RelationshipDocument first = read(request);
    SizeRules.violation(first, FinnishDays.dayOf(clock.instant()))
        .ifPresent(violation -> {
          throw Problem.invalid("DOCUMENT_INVALID", List.of(violation));
        });
    Set<Oid> units = first.blocks().stream().flatMap(Importing::units).collect(Collectors.toSet());
    Oid whose = organiser.organisation();
    return store
        .isOf(whose, first.organiserUnit())
        .doOnNext(mine -> refuse(request, first, mine))
        .then(Mono.defer(() -> store.under(whose, client, request.documentOid())))
        .flatMap(under ->
            store
                .lock(whose, under, request.documentOid(), now())
                .flatMap(known ->
                    check
                        .hold(whose, units)
                        .flatMap(parties ->
                            store
                                .lockRights(whose, client)
                                .map(rights ->
                                    new Held(
                                        client,
                                        under,
                                        read(request),
                                        fingerprint,
                                        known,
                                        parties,
                                        rights,
                                        now())))))
        .flatMap(held -> apply(request, held, organiser));
  }

  private static void refuse(
      RelationshipImport request, RelationshipDocument document, boolean mine) {
    if (document.old()) {
      throw Problem.of("RELATIONSHIP_IS_OLD");
    }
    if (!document.client().map(request.client()::equals).orElse(false)) {
      throw Problem.of("RELATIONSHIP_OF_OTHER_CLIENT");
    }
    if (!mine) {
      throw Problem.of("RELATIONSHIP_OF_OTHER_ORGANISER");
    }
  }

  private Mono<Changes> apply(RelationshipImport request, Held held, Caller organiser) {
    boolean repeated =
        VersionRules.isRepeated(
            held.known(), held.under(), request, held.fingerprint(), anyOther(request, held));
    Situation situation = situation(request, held, organiser.organisation(), repeated);
    List<Derived> derived = DerivationRules.derive(held.document(), situation);
    AppliedVersion applied =
        new AppliedVersion(
            held.under(), request.documentOid(), request.version(), held.fingerprint());
    return applying
        .apply(derived, request.client(), organiser, situation.now())
        .flatMap(done ->
            store
                .origin(done.made(), request.documentOid(), request.version())
                .then(store.follow(done.told(), request.documentOid()))
                .then(store.applied(organiser.organisation(), applied, situation.now()))
                .thenReturn(
                    new Changes(
                        done.events(),
                        new ImportAnswer(
                            request.documentOid(), request.version(), done.answers()))));
  }

  private static Situation situation(
      RelationshipImport request, Held held, Oid organiser, boolean repeated) {
    List<UsageRight> rights = held.rights().stream().map(Following::right).toList();
    Set<UsageRightId> followed =
        held.rights().stream()
            .filter(one -> request.documentOid().equals(one.document()))
            .map(one -> one.right().id())
            .collect(Collectors.toSet());
    return new Situation(
        organiser, held.client(), rights, followed, held.parties(), repeated, held.now());
  }

  /** Whether a right that follows another document hasn't ended. */
  private static boolean anyOther(RelationshipImport request, Held held) {
    return held.rights().stream()
        .filter(one -> one.document() != null && !one.document().equals(request.documentOid()))
        .anyMatch(one -> one.right().stateAt(held.now()) != UsageRightState.ENDED);
  }

  private RelationshipDocument read(RelationshipImport request) {
    return reader.read(request.document(), FinnishDays.dayOf(clock.instant()));
  }

  private static Stream<Oid> units(Block block) {
    return block instanceof Block.Producer producer
        ? Stream.concat(
            Stream.of(producer.unit()),
            producer.parts().stream()
                .filter(Block.Part.Implementer.class::isInstance)
                .map(part -> ((Block.Part.Implementer) part).unit()))
        : Stream.empty();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
