package fi.lupa.disclosure.breakglass;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.BreakGlassReviewed;
import fi.lupa.contracts.event.Controller;
import fi.lupa.disclosure.breakglass.BreakGlassStore.Concerned;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.disclosure.record.Requesters;
import fi.lupa.platform.outbox.Outbox;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The client's log tells how a review came out: only when it is closed, and without its words. */
@Component
class ReviewTold {
  private final FactStore facts;
  private final Outbox outbox;

  ReviewTold(FactStore facts, Outbox outbox) {
    this.facts = facts;
    this.outbox = outbox;
  }

  /** To be called in the transaction that writes the review down. */
  Mono<Void> tell(Oid controller, UUID access, Concerned concerned, Review review) {
    return switch (review.outcome()) {
      case LAWFUL -> tell(controller, access, concerned, review, BreakGlassReviewed.Outcome.LAWFUL);
      case UNLAWFUL ->
          tell(controller, access, concerned, review, BreakGlassReviewed.Outcome.UNLAWFUL);
      case EXPLANATION_ASKED -> Mono.empty();
    };
  }

  private Mono<Void> tell(
      Oid controller,
      UUID access,
      Concerned concerned,
      Review review,
      BreakGlassReviewed.Outcome outcome) {
    return facts
        .load(concerned.client(), List.of(controller), false)
        .map(known ->
            new BreakGlassReviewed(
                review.id(),
                access,
                concerned.client(),
                review.reviewedAt(),
                concerned.time(),
                new Controller(controller, Requesters.name(controller, known)),
                outcome))
        .flatMap(event -> outbox.append(event, concerned.client().toString()))
        .then();
  }
}
