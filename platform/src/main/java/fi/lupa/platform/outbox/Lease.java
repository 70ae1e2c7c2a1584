package fi.lupa.platform.outbox;

import java.time.Duration;
import java.util.UUID;

/**
 * The right to relay, held by one process at a time. Time is measured by the monotonic clock, from
 * before the database was asked, so that a holder always thinks its lease shorter than it is.
 */
final class Lease {
  private final OutboxStore store;
  private final Duration length;
  private final UUID holder = UUID.randomUUID();
  private long heldSince;
  private boolean held;

  Lease(OutboxStore store, Duration length) {
    this.store = store;
    this.length = length;
  }

  /** Takes or renews the lease when a third of it is gone; false when another process has it. */
  boolean take() {
    if (!held || age() > length.toNanos() / 3) {
      long asked = System.nanoTime();
      held = store.lease(holder, length);
      heldSince = asked;
    }
    return held;
  }

  /**
   * Whether so much of the lease is left that whatever is sent now has reached Kafka or been given
   * up before anybody else may send: three fifths, which must be more than the producer's {@code
   * delivery.timeout.ms}. Without this a process that had slept could put an old event behind a
   * newer one of the same key, and compaction would keep the old one.
   */
  boolean coversSending() {
    return held && age() < length.toNanos() / 5 * 2;
  }

  void release() {
    if (held) {
      store.release(holder);
      held = false;
    }
  }

  private long age() {
    return System.nanoTime() - heldSince;
  }
}
