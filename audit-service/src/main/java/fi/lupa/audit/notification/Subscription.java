package fi.lupa.audit.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked for, as the client reads it.
 *
 * @param confirmedAt since when nothing stands in the way of messages; while it isn't there the
 *     code that was sent to the address is waited for
 * @param lastSentAt when a message was last taken by the other side
 * @param givenUpAt since when nothing is sent any more, because it failed too often
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Subscription(
    NotificationChannel channel,
    String address,
    What what,
    String language,
    Instant since,
    @Nullable Instant confirmedAt,
    @Nullable Instant lastSentAt,
    @Nullable Instant givenUpAt) {
  /** Whether there is one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record State(boolean subscribed, @Nullable Subscription subscription) {}

  /** Body of {@code PUT /v1/my/notifications}. */
  record Wanted(NotificationChannel channel, String address, What what, String language) {
    /** Hidden, so that an address can't slip into a log line. */
    @Override
    public String toString() {
      return "Wanted[hidden]";
    }
  }

  /** Body of {@code POST /v1/my/notifications/confirmation}. */
  record Told(String code) {
    /** Hidden, so that a code can't slip into a log line. */
    @Override
    public String toString() {
      return "Told[hidden]";
    }
  }

  /** Hidden, so that an address can't slip into a log line. */
  @Override
  public String toString() {
    return "Subscription[hidden]";
  }
}
