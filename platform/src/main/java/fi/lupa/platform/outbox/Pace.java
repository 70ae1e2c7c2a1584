package fi.lupa.platform.outbox;

import java.time.Duration;

/**
 * How the relay keeps time.
 *
 * @param poll how long it waits for a kick before it looks by itself
 * @param rest from the beginning of one round to that of the next, however often it is kicked: what
 *     is committed meanwhile goes along, for one read, one send and one commit more, here and at
 *     every reader. An event after a quiet moment goes at once
 * @param lease how long another process waits when this one dies
 * @param watermark between watermarks while events come
 * @param idleWatermark between watermarks when nothing happens
 * @param backOff after an error
 * @param farewell how long it carries what is left when it stops
 */
record Pace(
    Duration poll,
    Duration rest,
    Duration lease,
    Duration watermark,
    Duration idleWatermark,
    Duration backOff,
    Duration farewell) {
  static final Pace USUAL =
      new Pace(
          Duration.ofMillis(250),
          Duration.ofMillis(50),
          Duration.ofSeconds(15),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ofSeconds(3));
}
