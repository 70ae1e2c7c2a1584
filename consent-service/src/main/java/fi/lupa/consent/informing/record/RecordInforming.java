package fi.lupa.consent.informing.record;

import fi.lupa.consent.change.Changed;
import fi.lupa.consent.informing.Informing;
import fi.lupa.consent.informing.InformingView;
import fi.lupa.consent.informing.text.InformationTexts;
import fi.lupa.consent.origin.Origin;
import fi.lupa.contracts.event.InformingRecorded;
import fi.lupa.platform.Ids;
import fi.lupa.platform.outbox.Outbox;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.Violation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Records that a client was informed; the same for both channels. */
@Component
class RecordInforming {
  private final RecordStore store;
  private final Outbox outbox;
  private final Ids ids;
  private final InformationTexts texts;
  private final Clock clock;

  RecordInforming(RecordStore store, Outbox outbox, Ids ids, InformationTexts texts, Clock clock) {
    this.texts = texts;
    this.store = store;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  /** Must run inside a transaction. */
  Mono<Changed> record(Told told, Origin origin) {
    return Mono.defer(() -> {
      Instant now = clock.instant();
      List<Violation> violations = RecordRules.violations(told.at(), now);
      if (!violations.isEmpty()) {
        return Mono.error(Problem.invalid(violations));
      }
      if (!texts.couldBeTold(told.textVersion(), Objects.requireNonNullElse(told.at(), now))) {
        return Mono.error(Problem.of("INFORMATION_TEXT_UNKNOWN"));
      }
      return store
          .record(told, origin, ids.next(), now)
          .switchIfEmpty(Mono.error(() -> Problem.of("INFORMING_OUTDATED")))
          .flatMap(informing -> tell(informing, origin));
    });
  }

  private Mono<Changed> tell(Informing informing, Origin origin) {
    InformingRecorded event =
        new InformingRecorded(
            informing.id(),
            informing.version(),
            informing.client(),
            informing.textVersion(),
            informing.language(),
            informing.channel(),
            origin.organisation(),
            informing.informedAt(),
            origin.role());
    return outbox
        .append(event, informing.client() + ":informing")
        .map(envelope -> new Changed(InformingView.of(informing), envelope));
  }
}
