package fi.lupa.audit.deadletter;

import fi.lupa.audit.LogTimes;
import fi.lupa.audit.ingest.LetterPlace;
import fi.lupa.audit.ingest.Repair;
import fi.lupa.audit.ingest.Replays;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.web.Cursor;
import fi.lupa.platform.web.PageRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lists dead letters, and takes one into the log: then the gap that it was is closed. */
@Component
class Letters {
  private static final Logger LOG = LoggerFactory.getLogger(Letters.class);

  private final LetterStore store;
  private final Replays replays;
  private final Clock clock;

  Letters(LetterStore store, Replays replays, Clock clock) {
    this.store = store;
    this.replays = replays;
    this.clock = clock;
  }

  /**
   * @param open null for open and closed ones
   */
  Mono<LetterPage> page(PageRequest request, @Nullable Boolean open) {
    Instant before = LogTimes.END;
    UUID id = new UUID(-1, -1);
    if (request.cursor() != null) {
      List<String> parts = Cursor.decode(request.cursor(), 2);
      try {
        before = Instant.parse(parts.get(0));
        id = UUID.fromString(parts.get(1));
      } catch (DateTimeException | IllegalArgumentException e) {
        throw Cursor.invalid();
      }
      if (!LogTimes.plausible(before)) {
        throw Cursor.invalid();
      }
    }
    return store
        .page(before, id, open, request.limit() + 1)
        .map(found -> {
          List<Letter> shown = found.stream().limit(request.limit()).toList();
          boolean more = found.size() > shown.size();
          return new LetterPage(
              shown,
              more ? Cursor.encode(shown.getLast().receivedAt(), shown.getLast().id()) : null);
        });
  }

  Mono<Letter> one(UUID id) {
    return store.one(id).switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")));
  }

  /** Two at once: one takes it in, the other is told that it is closed. */
  Mono<Letter> replay(UUID id, Repair repair, String by) {
    return one(id)
        .filter(letter -> letter.state() == Letter.State.OPEN)
        .switchIfEmpty(Mono.error(() -> Problem.of("DEAD_LETTER_CLOSED")))
        .flatMap(letter ->
            replays.replay(
                new LetterPlace(
                    letter.source().topic(),
                    letter.partition(),
                    letter.offset(),
                    letter.receivedAt()),
                repair,
                event -> close(id, by, event, repair.changes())))
        .doOnSuccess(done -> LOG.info("dead letter {} was taken into the log", id))
        .then(one(id));
  }

  private Mono<Void> close(UUID id, String by, Optional<UUID> event, boolean changed) {
    return store
        .close(id, clock.instant(), by, event.orElse(null), changed)
        .filter(closed -> closed)
        .switchIfEmpty(Mono.error(() -> Problem.of("DEAD_LETTER_CLOSED")))
        .then();
  }
}
