package fi.lupa.authorization.usageright.search;

import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightRows;
import fi.lupa.authorization.usageright.UsageRightState;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Searches rights by either party. */
@Component
final class SearchStore {
  private static final String FILTER =
      """
        and id < $2
        and ($3::text is null or service_task = $3)
        and ($4::text is null or $4 = case
              when effective_until <= $5 then 'ENDED'
              when effective_from > $5 then 'NOT_STARTED'
              else 'IN_FORCE'
            end)
      order by id desc
      limit $6
      """;

  /** Each half reads at most one page from its own index, then the two are put together. */
  private static final String ALL =
      """
      (select * from usage_right where organiser = $1 %1$s)
      union all
      (select * from usage_right where producer = $1 %1$s)
      order by id desc
      limit $6
      """
          .formatted(FILTER);

  private static final String OF_CLIENT =
      "select * from usage_right where client_ref = $7 and $1 in (organiser, producer)" + FILTER;

  private final DatabaseClient db;

  SearchStore(DatabaseClient db) {
    this.db = db;
  }

  /**
   * Newest first, those before the given id.
   *
   * @param client null means any
   * @param task null means any
   * @param state at {@code now}; null means any
   */
  Mono<List<UsageRight>> search(
      Oid party,
      UUID before,
      @Nullable ClientRef client,
      @Nullable ServiceTask task,
      @Nullable UsageRightState state,
      Instant now,
      int rows) {
    GenericExecuteSpec statement =
        db.sql(client == null ? ALL : OF_CLIENT)
            .bind(0, party.value())
            .bind(1, before)
            .bind(2, name(task))
            .bind(3, name(state))
            .bind(4, now)
            .bind(5, rows);
    return (client == null ? statement : statement.bind(6, client.value()))
        .map(UsageRightRows::right)
        .all()
        .collectList();
  }

  private static Parameter name(@Nullable Enum<?> value) {
    return Parameters.in(R2dbcType.VARCHAR, value == null ? null : value.name());
  }
}
