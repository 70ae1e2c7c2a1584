package fi.lupa.audit.notification;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How clients are told of what is new in their logs.
 *
 * @param from sender of mail
 * @param quiet at most one message to a client in so long
 * @param poll how often it is looked for messages to send
 * @param retry how long after a first failure; doubled after each further one
 * @param attempts after so many failures in a row it is given up
 * @param privateHosts hosts of webhooks that may have private addresses, and plain http
 */
@ConfigurationProperties("lupa.notifications")
record NotificationSettings(
    @DefaultValue("noreply@localhost") String from,
    @DefaultValue("15m") Duration quiet,
    @DefaultValue("5s") Duration poll,
    @DefaultValue("1m") Duration retry,
    @DefaultValue("8") int attempts,
    @DefaultValue Set<String> privateHosts) {

  NotificationSettings {
    if (attempts < 1 || quiet.isNegative() || retry.isNegative() || poll.toMillis() < 1) {
      throw new IllegalArgumentException("lupa.notifications: attempts and times must be positive");
    }
  }

  /** How long to wait after so many failures in a row. */
  Duration afterFailures(int failures) {
    return retry.multipliedBy(1L << Math.min(failures - 1, 16));
  }
}
