package fi.lupa.audit.ingest;

import fi.lupa.contracts.event.Event;
import java.time.Instant;
import java.util.UUID;

/** What a Kafka record turned out to be. */
sealed interface Reading {
  /**
   * An event for the log.
   *
   * @param time {@code ce_time}: the clock that the source's watermarks go by
   * @param data the value as it came
   */
  record Taken(UUID id, Instant time, String type, String data, Event event) implements Reading {}

  /** The source promises that everything up to here came before. */
  record Mark(Instant upTo) implements Reading {}

  /** Not readable. */
  record Refused(Refusal why) implements Reading {}
}
