package fi.lupa.authorization.relationship;

import fi.lupa.authorization.fact.Change;
import fi.lupa.authorization.relationship.RelationshipStore.Made;
import fi.lupa.authorization.relationship.derive.Derived;
import fi.lupa.authorization.relationship.derive.Derived.Amend;
import fi.lupa.authorization.relationship.derive.Derived.End;
import fi.lupa.authorization.relationship.derive.Derived.Grant;
import fi.lupa.authorization.relationship.derive.Derived.Refused;
import fi.lupa.authorization.relationship.derive.Derived.Same;
import fi.lupa.authorization.usageright.GivenSubcontractor;
import fi.lupa.authorization.usageright.Terms;
import fi.lupa.authorization.usageright.UsageRightAnswer;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.authorization.usageright.amend.AmendRequest;
import fi.lupa.authorization.usageright.amend.Amending;
import fi.lupa.authorization.usageright.end.EndOrder;
import fi.lupa.authorization.usageright.end.Ending;
import fi.lupa.authorization.usageright.grant.GrantRequest;
import fi.lupa.authorization.usageright.grant.Granting;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.platform.client.ClientId;
import fi.lupa.platform.outbox.Envelope;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.web.ExpectedVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does what follows from the blocks by the same acts as when it is asked for one by one. An act
 * that is refused leaves the transaction as it was, so the others go on.
 */
@Component
final class Applying {
  private final Granting granting;
  private final Amending amending;
  private final Ending ending;

  Applying(Granting granting, Amending amending, Ending ending) {
    this.granting = granting;
    this.amending = amending;
    this.ending = ending;
  }

  /**
   * What was done.
   *
   * @param made the rights' new versions
   * @param told all rights that the document tells of
   */
  record Done(
      List<Envelope> events, List<Made> made, List<UsageRightId> told, List<BlockAnswer> answers) {}

  /** One of them; {@code place} is where it stands in the document. */
  private record Outcome(int place, @Nullable Change change, BlockAnswer answer) {}

  /**
   * Ends first, then amendments, of which the later ones first: what ends or moves away makes room
   * for what is lengthened or granted.
   */
  Mono<Done> apply(List<Derived> all, ClientId client, Caller organiser, Instant now) {
    return Flux.fromStream(() ->
            IntStream.range(0, all.size())
                .boxed()
                .sorted(
                    Comparator.<Integer>comparingInt(place -> turn(all.get(place)))
                        .thenComparing(place -> start(all.get(place)), Comparator.reverseOrder())))
        .concatMap(place -> outcome(place, all.get(place), client, organiser, now))
        .sort(Comparator.comparing(Outcome::place))
        .collectList()
        .map(Applying::done);
  }

  private static int turn(Derived derived) {
    return switch (derived) {
      case End _ -> 0;
      case Amend _ -> 1;
      case Grant _ -> 2;
      case Same _, Refused _ -> 3;
    };
  }

  private static LocalDate start(Derived derived) {
    return derived instanceof Amend amend ? amend.terms().start() : LocalDate.EPOCH;
  }

  private Mono<Outcome> outcome(
      int place, Derived derived, ClientId client, Caller organiser, Instant now) {
    return switch (derived) {
      case Same same -> Mono.just(new Outcome(place, null, BlockAnswer.unchanged(same, now)));
      case Refused refused ->
          Mono.just(new Outcome(place, null, BlockAnswer.refused(refused, refused.code(), now)));
      case Grant grant ->
          done(place, grant, BlockAnswer.Change.GRANTED, grant(grant, client, organiser), now);
      case Amend amend ->
          done(place, amend, BlockAnswer.Change.AMENDED, amend(amend, organiser), now);
      case End end -> done(place, end, BlockAnswer.Change.ENDED, end(end, organiser), now);
    };
  }

  private static Mono<Outcome> done(
      int place, Derived derived, BlockAnswer.Change what, Mono<Change> act, Instant now) {
    return act.map(change ->
            new Outcome(
                place, change, BlockAnswer.done(derived, what, (UsageRightAnswer) change.body())))
        .onErrorResume(
            Problem.class,
            problem ->
                Mono.just(
                    new Outcome(place, null, BlockAnswer.refused(derived, problem.code(), now))));
  }

  private Mono<Change> grant(Grant grant, ClientId client, Caller organiser) {
    Terms terms = grant.terms();
    return granting.grant(
        new GrantRequest(
            client,
            grant.task(),
            grant.producer(),
            grant.unit(),
            terms.socialServices(),
            terms.start(),
            terms.end(),
            terms.powers(),
            terms.purchase(),
            given(terms)),
        organiser);
  }

  private Mono<Change> amend(Amend amend, Caller organiser) {
    Terms terms = amend.terms();
    return amending.amend(
        amend.right().id(),
        new ExpectedVersion(amend.right().version()),
        new AmendRequest(
            terms.socialServices(),
            terms.start(),
            terms.end(),
            terms.powers(),
            terms.purchase(),
            given(terms)),
        organiser);
  }

  private Mono<Change> end(End end, Caller organiser) {
    return ending.end(
        end.right().id(),
        new ExpectedVersion(end.right().version()),
        new EndOrder(end.on(), RightEndReason.RELATIONSHIP_ENDED),
        organiser);
  }

  private static List<GivenSubcontractor> given(Terms terms) {
    return terms.subcontractors().stream()
        .map(one ->
            new GivenSubcontractor(
                one.organisation(), one.unit(), one.socialServices(), one.start(), one.end()))
        .toList();
  }

  private static Done done(List<Outcome> outcomes) {
    List<Change> changes = outcomes.stream().map(Outcome::change).filter(Objects::nonNull).toList();
    return new Done(
        changes.stream().map(Change::event).toList(),
        changes.stream().map(Applying::made).toList(),
        outcomes.stream().flatMap(Applying::told).distinct().toList(),
        outcomes.stream().map(Outcome::answer).toList());
  }

  private static Made made(Change change) {
    UsageRightAnswer right = (UsageRightAnswer) change.body();
    return new Made(right.id().value(), right.version());
  }

  private static Stream<UsageRightId> told(Outcome outcome) {
    return Stream.ofNullable(outcome.answer().id());
  }
}
