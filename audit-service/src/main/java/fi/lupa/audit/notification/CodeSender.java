package fi.lupa.audit.notification;

import fi.lupa.audit.notification.CodeStore.ToSend;
import fi.lupa.platform.loop.Loop;
import fi.lupa.platform.problem.Places;
import fi.lupa.platform.sql.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends the codes that confirm addresses, tried again each minute while they are of use. */
@Component
class CodeSender extends Loop {
  private static final Logger LOG = LoggerFactory.getLogger(CodeSender.class);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(5);
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int AT_ONCE = 20;

  private final CodeStore store;
  private final MailCourier mail;
  private final SealedAddresses seals;
  private final NotificationSettings settings;
  private final Transactions transactions;
  private final MeterRegistry meters;
  private final Clock clock;

  CodeSender(
      CodeStore store,
      MailCourier mail,
      SealedAddresses seals,
      NotificationSettings settings,
      Transactions transactions,
      MeterRegistry meters,
      Clock clock) {
    super("code-sender", "codes wait, the database is away", AFTER_FAULT);
    this.store = store;
    this.mail = mail;
    this.seals = seals;
    this.settings = settings;
    this.transactions = transactions;
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  protected Duration turn() {
    List<ToSend> codes =
        transactions
            .run(store.claim(clock.instant(), LEASE, AT_ONCE))
            .blockOptional(PATIENCE)
            .orElseThrow();
    codes.forEach(this::send);
    return codes.size() < AT_ONCE ? settings.poll() : Duration.ZERO;
  }

  private void send(ToSend code) {
    try {
      mail.sendCode(
          seals.open(code.client(), code.sealedAddress()),
          code.language(),
          seals.open(code.client(), code.sealedCode()));
    } catch (RuntimeException e) {
      meters.counter("lupa.notifications.codes", "outcome", "failed").increment();
      // the place only: a mail server's answer repeats the address
      LOG.info("a code waits for another try: {}", Places.of(e));
      return;
    }
    store.sent(code, clock.instant()).block(PATIENCE);
    meters.counter("lupa.notifications.codes", "outcome", "sent").increment();
  }
}
