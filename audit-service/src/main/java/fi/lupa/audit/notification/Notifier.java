package fi.lupa.audit.notification;

import fi.lupa.platform.loop.Loop;
import fi.lupa.platform.problem.Places;
import fi.lupa.platform.sql.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends the messages that are due: at least once, at most one to a client in the quiet time, tried
 * again after ever longer times, in the end given up, which the client sees. Several instances
 * share the work. An entry that isn't shown to the client is no reason for a message.
 */
@Component
class Notifier extends Loop {
  private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(5);
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int AT_ONCE = 20;

  private final NotificationEntryStore store;
  private final VisibleEntries shown;
  private final List<Courier> couriers;
  private final SealedAddresses addresses;
  private final NotificationSettings settings;
  private final Transactions transactions;
  private final MeterRegistry meters;
  private final Clock clock;

  Notifier(
      NotificationEntryStore store,
      VisibleEntries shown,
      List<Courier> couriers,
      SealedAddresses addresses,
      NotificationSettings settings,
      Transactions transactions,
      MeterRegistry meters,
      Clock clock) {
    super("notifier", "messages wait, the database is away", AFTER_FAULT);
    this.store = store;
    this.shown = shown;
    this.couriers = couriers;
    this.addresses = addresses;
    this.settings = settings;
    this.transactions = transactions;
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  protected Duration turn() {
    List<Due> due =
        transactions
            .run(store.claim(clock.instant(), LEASE, AT_ONCE))
            .blockOptional(PATIENCE)
            .orElseThrow();
    due.forEach(this::tell);
    return due.size() < AT_ONCE ? settings.poll() : Duration.ZERO;
  }

  private void tell(Due due) {
    if (!Boolean.TRUE.equals(shown.any(due.client(), due.entries()).block(PATIENCE))) {
      transactions.run(store.nothingToTell(due).thenReturn(true)).block(PATIENCE);
      return;
    }
    try {
      courier(due.channel()).send(addresses.open(due.client(), due.sealed()), due.language());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    } catch (Exception e) {
      failed(due, e);
      return;
    }
    transactions
        .run(store.sent(due, clock.instant(), settings.quiet()).thenReturn(true))
        .block(PATIENCE);
    count("sent", due);
  }

  private void failed(Due due, Exception e) {
    Instant now = clock.instant();
    Duration wait = settings.afterFailures(due.attempts() + 1);
    boolean over =
        Boolean.TRUE.equals(
            store.failed(due, now.plus(wait), settings.attempts(), now).block(PATIENCE));
    count(over ? "given-up" : "failed", due);
    // the place only: a mail server's answer repeats the address
    LOG.info("a message {}: {}", over ? "was given up" : "waits for another try", Places.of(e));
  }

  private Courier courier(NotificationChannel channel) {
    return couriers.stream().filter(one -> one.channel() == channel).findFirst().orElseThrow();
  }

  private void count(String outcome, Due due) {
    meters
        .counter("lupa.notifications", "outcome", outcome, "channel", due.channel().name())
        .increment();
  }
}
