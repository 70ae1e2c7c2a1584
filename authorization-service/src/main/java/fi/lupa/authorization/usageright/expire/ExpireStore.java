package fi.lupa.authorization.usageright.expire;

import fi.lupa.authorization.usageright.ChangedBy;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightHistory;
import fi.lupa.authorization.usageright.UsageRightRows;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.event.UsageRightChanged.Change;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds rights that are due to end and stores their ends. */
@Component
final class ExpireStore {
  /**
   * What another instance is ending is left to it, and what had ended with its organiser or
   * producer before to their departure.
   */
  private static final String OVER =
      """
      select * from usage_right
      where ended_at is null and effective_until <= $1
        and not exists (
          select from departure d
          where d.organisation in (organiser, producer) and d.departed_at < effective_until)
      order by effective_until, id
      limit $2
      for update skip locked
      """;

  /** Those that were given before it left and would have lasted longer. */
  private static final String OF_DEPARTED =
      """
      select * from usage_right
      where %s = $1 and ended_at is null and granted_at <= $2
        and (effective_until is null or effective_until > $2)
      order by id
      limit $3
      for update
      """;

  private static final String OF_DEPARTED_ORGANISER = OF_DEPARTED.formatted("organiser");
  private static final String OF_DEPARTED_PRODUCER = OF_DEPARTED.formatted("producer");

  private static final String UPDATE =
      UsageRightHistory.recording(
          """
          update usage_right r set version = ended.version, ended_at = ended.ended_at, end_reason = ended.end_reason
          from unnest($5::uuid[], $6::bigint[], $7::timestamptz[], $8::text[])
            as ended (id, version, ended_at, end_reason)
          where r.id = ended.id
          returning r.*
          """);

  private final DatabaseClient db;

  ExpireStore(DatabaseClient db) {
    this.db = db;
  }

  /** Rights whose last day has passed, held until the transaction ends. */
  Mono<List<UsageRight>> lockOver(Instant now, int rows) {
    return db.sql(OVER).bind(0, now).bind(1, rows).map(UsageRightRows::right).all().collectList();
  }

  /** Rights that end with their organiser or producer, held until the transaction ends. */
  Mono<List<UsageRight>> lockOf(Departure departure, boolean asOrganiser, int rows) {
    return db.sql(asOrganiser ? OF_DEPARTED_ORGANISER : OF_DEPARTED_PRODUCER)
        .bind(0, departure.organisation().value())
        .bind(1, departure.at())
        .bind(2, rows)
        .map(UsageRightRows::right)
        .all()
        .collectList();
  }

  Mono<Void> update(List<UsageRight> ended, Instant now) {
    int first = UsageRightHistory.FIRST_PARAMETER;
    return UsageRightHistory.bind(db, UPDATE, Change.ENDED, now, ChangedBy.ITSELF)
        .bind(first, ended.stream().map(right -> right.id().value()).toArray(UUID[]::new))
        .bind(first + 1, ended.stream().map(UsageRight::version).toArray(Long[]::new))
        .bind(
            first + 2,
            ended.stream().map(right -> required(right.endedAt())).toArray(Instant[]::new))
        .bind(
            first + 3,
            ended.stream()
                .map(right -> required(right.endReason()))
                .map(RightEndReason::name)
                .toArray(String[]::new))
        .then();
  }

  private static <T> T required(@Nullable T value) {
    return Objects.requireNonNull(value);
  }
}
