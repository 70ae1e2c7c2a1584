package fi.lupa.audit.retention;

import fi.lupa.audit.readmodel.ReadModel;
import fi.lupa.audit.readmodel.Recorded;
import fi.lupa.audit.tree.LogTree;
import fi.lupa.audit.withholding.Withholdings;
import fi.lupa.contracts.event.WithholdingChanged;
import fi.lupa.platform.loop.Loop;
import fi.lupa.platform.sql.direct.DirectTransactions;
import fi.lupa.verify.leaf.Leaf;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Clears events whose time is over, month by month: their data and salts go, their entries leave
 * the read model, and leaves say that they were cleared; at most some hundred in each transaction.
 * Every instance does it, none waits for another. What a kill leaves is done in the next round.
 */
@Component
class Clearing extends Loop {
  private static final Logger LOG = LoggerFactory.getLogger(Clearing.class);
  private static final int CHUNK = 500;
  private static final Duration AFTER_FAULT = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final UUID FIRST = new UUID(0, 0);
  private static final UUID LAST = new UUID(-1, -1);

  private final DirectTransactions transactions;
  private final ClearingStore store;
  private final ReadModel readModel;
  private final Withholdings withholdings;
  private final LogTree tree;
  private final LogRetention retention;
  private final Clock clock;
  private @Nullable Round round;

  Clearing(
      DirectTransactions transactions,
      ClearingStore store,
      ReadModel readModel,
      Withholdings withholdings,
      LogTree tree,
      LogRetention retention,
      Clock clock) {
    super("log-clearing", "what is due waits to be cleared", AFTER_FAULT);
    this.transactions = transactions;
    this.store = store;
    this.readModel = readModel;
    this.withholdings = withholdings;
    this.tree = tree;
    this.retention = retention;
    this.clock = clock;
  }

  /** Through the months once, as of one moment. */
  private static final class Round {
    private final Instant due;
    private final LocalDate today;
    private final Deque<YearMonth> months;
    private UUID after = FIRST;
    private long cleared;

    Round(Instant due, LocalDate today, List<YearMonth> months) {
      this.due = due;
      this.today = today;
      this.months = new ArrayDeque<>(months);
    }
  }

  @Override
  protected Duration turn() {
    if (!retention.clear()) {
      return retention.look();
    }
    Round now = round == null ? begin() : round;
    round = now;
    YearMonth month = now.months.peek();
    if (month == null) {
      if (now.cleared > 0) {
        LOG.info("events cleared because their time was over: {}", now.cleared);
      }
      round = null;
      return retention.look();
    }
    UUID end = store.end(month, now.after, CHUNK).blockOptional(PATIENCE).orElse(LAST);
    Integer cleared = transactions.run(clear(now, month, end)).block(PATIENCE);
    now.cleared += cleared == null ? 0 : cleared;
    now.after = end;
    if (end.equals(LAST)) {
      now.months.remove();
      now.after = FIRST;
    }
    return Duration.ZERO;
  }

  private Round begin() {
    Instant now = clock.instant();
    Instant due = retention.due(now);
    List<YearMonth> months = Objects.requireNonNull(store.months(due).block(PATIENCE));
    if (!months.isEmpty()) {
      store.mark(due).block(PATIENCE);
    }
    return new Round(due, LogRetention.today(now), months);
  }

  private Mono<Integer> clear(Round now, YearMonth month, UUID end) {
    return store
        .due(month, now.after, end, now.due, now.today)
        .delayUntil(events -> events.isEmpty() ? Mono.empty() : clear(events))
        .map(List::size);
  }

  private Mono<Void> clear(List<Recorded> events) {
    return store
        .clear(events)
        .then(readModel.withdraw(events))
        .then(withholdings.forget(Recorded.all(events, WithholdingChanged.class)))
        .then(
            tree.clear(
                events.stream().map(Recorded::key).toList(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Leaf.Why.RETENTION));
  }
}
