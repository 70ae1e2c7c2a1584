package fi.lupa.authorization.usageright.search;

import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightRows;
import fi.lupa.authorization.usageright.UsageRightState;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Searches rights by either party. */
@Component
final class SearchStore {
  /** Each half reads at most one page from its own index, then the two are put together. */
  private static final String SEARCH =
      "(%s) union all (%s) order by id desc limit $7"
          .formatted(half("organiser"), half("producer"));

  private final DatabaseClient db;

  SearchStore(DatabaseClient db) {
    this.db = db;
  }

  /** Newest first, those after the given id. */
  Mono<List<UsageRight>> search(
      Oid party,
      @Nullable UUID after,
      @Nullable ClientRef client,
      @Nullable ServiceTask task,
      @Nullable UsageRightState state,
      Instant now,
      int rows) {
    return db.sql(SEARCH)
        .bind(0, party.value())
        .bind(1, Parameters.in(PostgresqlObjectId.UUID, after))
        .bind(2, Parameters.in(PostgresqlObjectId.UUID, client == null ? null : client.value()))
        .bind(3, name(task))
        .bind(4, name(state))
        .bind(5, now)
        .bind(6, rows)
        .map(UsageRightRows::right)
        .all()
        .collectList();
  }

  private static String half(String party) {
    return """
    select * from usage_right
    where %s = $1
      and ($2::uuid is null or id < $2)
      and ($3::uuid is null or client_ref = $3)
      and ($4::text is null or service_task = $4)
      and ($5::text is null or $5 = case
            when effective_until <= $6 then 'ENDED'
            when effective_from > $6 then 'NOT_STARTED'
            else 'IN_FORCE'
          end)
    order by id desc
    limit $7
    """
        .formatted(party);
  }

  private static Parameter name(@Nullable Enum<?> value) {
    return Parameters.in(R2dbcType.VARCHAR, value == null ? null : value.name());
  }
}
