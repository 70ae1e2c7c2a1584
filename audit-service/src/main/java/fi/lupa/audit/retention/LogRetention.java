package fi.lupa.audit.retention;

import fi.lupa.contracts.FinnishDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the log keeps what it was told: 12 years from the event (Act 703/2023, annex).
 *
 * @param clear whether events whose time is over are cleared
 * @param kept not shorter than the law's term
 * @param look how often what is due is looked for
 */
@ConfigurationProperties("lupa.log.retention")
record LogRetention(
    @DefaultValue("true") boolean clear,
    @DefaultValue("P12Y") Period kept,
    @DefaultValue("PT24H") Duration look) {
  private static final LocalDate ANY = LocalDate.of(2026, 1, 1);

  /** The law's. */
  static final Period TERM = Period.ofYears(12);

  LogRetention {
    if (ANY.plus(kept).isBefore(ANY.plus(TERM))) {
      throw new IllegalArgumentException("lupa.log.retention.kept is shorter than 12 years");
    }
  }

  /** What happened before has no time left: its last day has passed. */
  Instant due(Instant now) {
    return FinnishDays.beginning(today(now).minus(kept));
  }

  static LocalDate today(Instant now) {
    return FinnishDays.dayOf(now);
  }
}
