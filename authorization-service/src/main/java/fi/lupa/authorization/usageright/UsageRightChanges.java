package fi.lupa.authorization.usageright;

import fi.lupa.authorization.fact.Change;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.platform.outbox.Envelope;
import fi.lupa.platform.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The last step of every act on a right, inside its transaction: the event that tells of it. */
@Component
public final class UsageRightChanges {
  private final Outbox outbox;

  UsageRightChanges(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * @param right as it is after the act
   */
  public Mono<Change> tell(UsageRight right, UsageRightChanged.Change change, Instant now) {
    return outbox
        .append(event(right, change), right.id().toString())
        .map(event -> new Change(event, UsageRightAnswer.whole(right, now)));
  }

  /** A right as it is after an act, and what the act did. */
  public record Made(UsageRight right, UsageRightChanged.Change change) {}

  /** The same for many acts of one moment, told in their order. */
  public Mono<List<Envelope>> tellAll(List<Made> made) {
    return outbox.appendAll(
        made.stream()
            .map(one ->
                new Outbox.Addressed(event(one.right(), one.change()), one.right().id().toString()))
            .toList());
  }

  private static UsageRightChanged event(UsageRight right, UsageRightChanged.Change change) {
    return new UsageRightChanged(
        right.id().value(),
        right.version(),
        change,
        right.client(),
        right.organiser(),
        right.producer(),
        right.producerUnit(),
        right.serviceTask(),
        right.socialServices(),
        right.start(),
        right.end(),
        right.endedAt(),
        right.endReason(),
        right.powers(),
        right.purchase(),
        right.subcontractors());
  }
}
