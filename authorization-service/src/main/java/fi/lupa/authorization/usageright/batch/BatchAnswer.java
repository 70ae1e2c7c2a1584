package fi.lupa.authorization.usageright.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A batch as its organiser is answered. */
public record BatchAnswer(
    UUID id,
    BatchState state,
    int total,
    int done,
    int refused,
    int invalid,
    int cancelled,
    int left,
    boolean effective,
    Instant receivedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Long linesPerSecond) {

  /** As things stand at {@code now}. */
  public static BatchAnswer of(Batch batch, Instant now) {
    return new BatchAnswer(
        batch.id(),
        batch.state(),
        batch.lines(),
        batch.done(),
        batch.refused(),
        batch.invalid(),
        batch.cancelled(),
        batch.left(),
        batch.effectiveTo() >= batch.reached(),
        batch.receivedAt(),
        batch.startedAt(),
        batch.finishedAt(),
        rate(batch, now));
  }

  private static @Nullable Long rate(Batch batch, Instant now) {
    if (batch.startedAt() == null) {
      return null;
    }
    Instant until = batch.finishedAt() == null ? now : batch.finishedAt();
    long millis = Math.max(1, Duration.between(batch.startedAt(), until).toMillis());
    return (batch.done() + batch.refused()) * 1000L / millis;
  }
}
