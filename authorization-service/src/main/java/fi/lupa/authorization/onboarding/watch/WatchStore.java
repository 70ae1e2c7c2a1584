package fi.lupa.authorization.onboarding.watch;

import static fi.lupa.platform.sql.Rows.required;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Finds what has passed and hasn't been seen to. */
@Component
final class WatchStore {
  private static final String EXPIRED =
      """
      select onboarding from onboarding_deadline
      where kind = 'CERTIFICATE' and met_at is null and not seen_to and due_on < $1
      order by due_on, onboarding
      limit 1000
      """;

  private final DatabaseClient db;

  WatchStore(DatabaseClient db) {
    this.db = db;
  }

  /** Onboardings whose certificate's last day lies before the day; the oldest first. */
  Flux<UUID> expiredBefore(LocalDate day) {
    return db.sql(EXPIRED).bind(0, day).map(row -> required(row, "onboarding", UUID.class)).all();
  }
}
