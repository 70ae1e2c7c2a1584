package fi.lupa.disclosure.document.voiding;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.disclosure.decision.Verdict;
import fi.lupa.disclosure.document.VersionStore;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.disclosure.retention.DocumentChanges;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Decides and voids, to be run in one transaction: the versions, the record of the access and its
 * event, or nothing. A right must be in force: grace is for documents that were never stored.
 */
@Component
class VoidDocument {
  private final FactStore facts;
  private final VersionStore versions;
  private final DocumentChanges changes;
  private final VoidingAccess accesses;
  private final ClientRefs clients;
  private final Clock clock;
  private final Rulebook rulebook;

  VoidDocument(
      FactStore facts,
      VersionStore versions,
      DocumentChanges changes,
      VoidingAccess accesses,
      ClientRefs clients,
      Clock clock,
      Rulebook rulebook) {
    this.facts = facts;
    this.versions = versions;
    this.changes = changes;
    this.accesses = accesses;
    this.clients = clients;
    this.clock = clock;
    this.rulebook = rulebook;
  }

  /** What voiding came to; a denial is on record all the same. */
  sealed interface Result {
    record Voided(VoidingAnswer answer) implements Result {}

    record Denied(String code, UUID voidingId) implements Result {}
  }

  Mono<Result> voided(Oid organisation, Oid document, VoidingRequest request) {
    ClientRef client = clients.of(request.client());
    List<Oid> concerned = Stream.of(organisation, request.controller()).distinct().toList();
    return versions
        .under(client, document)
        .flatMap(under ->
            versions
                .locked(under, document)
                .map(history -> Target.of(history, request.controller(), request.version()))
                .flatMap(target ->
                    facts
                        .load(client, chain(concerned, target), false)
                        .map(known ->
                            new VoidingCase(
                                organisation,
                                document,
                                client,
                                under,
                                request,
                                target,
                                known,
                                clock.instant().truncatedTo(ChronoUnit.MICROS)))))
        .flatMap(this::decide);
  }

  /** The organisations to be named in the log. */
  private static List<Oid> chain(List<Oid> concerned, Target target) {
    return Stream.concat(
            concerned.stream(),
            target.newest().stream()
                .flatMap(
                    newest -> Stream.of(newest.chain().producer(), newest.chain().subcontractor()))
                .filter(Objects::nonNull))
        .distinct()
        .toList();
  }

  private Mono<Result> decide(VoidingCase voiding) {
    Verdict verdict =
        rulebook.store(voiding.inquiry(), voiding.facts(), voiding.storing(), Duration.ZERO);
    return switch (verdict) {
      case Verdict.Denied denied ->
          accesses
              .denied(voiding, denied)
              .map(access -> new Result.Denied(denied.rule().code(), access.queryId()));
      case Verdict.Allowed allowed -> {
        String refusal = voiding.target().refusal();
        yield refusal == null ? carryOut(voiding, allowed) : Mono.error(Problem.of(refusal));
      }
    };
  }

  private Mono<Result> carryOut(VoidingCase voiding, Verdict.Allowed allowed) {
    return versions
        .voided(
            voiding.under(),
            voiding.documentOid(),
            voiding.versions(),
            voiding.now(),
            voiding.request().reason())
        .then(Mono.justOrEmpty(voiding.target().newest()))
        .flatMap(newest -> changes.made(voiding.under(), newest))
        .then(accesses.permitted(voiding, allowed))
        .map(access -> new Result.Voided(answer(voiding, access)));
  }

  private static VoidingAnswer answer(VoidingCase voiding, AccessExplanation access) {
    return new VoidingAnswer(
        access.queryId(),
        voiding.documentOid(),
        voiding.versions(),
        voiding.target().current(),
        voiding.now());
  }
}
