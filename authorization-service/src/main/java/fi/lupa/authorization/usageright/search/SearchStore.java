package fi.lupa.authorization.usageright.search;

import fi.lupa.authorization.clientlink.LinkedRefs;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightRows;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.sql.Rows;
import io.r2dbc.spi.Parameter;
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
  /**
   * A right that was ended before it began is ended from its end on, and to come before that. The
   * moments {@code $5} and {@code $6} are the same or the beginning and end of a day.
   */
  private static final String FILTER =
      """
        and r.id < $2
        and ($3::text is null or r.service_task = $3)
        and ($4::text is null or $4 = case
              when r.effective_until <= $5 then 'ENDED'
              when r.effective_from > $5 and r.effective_from >= $6 then 'NOT_STARTED'
              when r.effective_until <= r.effective_from then 'ENDED'
              else 'IN_FORCE'
            end)
        and ($7::text is null or r.organiser = $7)
        and ($8::text is null or r.producer = $8)
        and ($9::text is null or exists (
              select from usage_right_subcontractor n where n.usage_right = r.id and n.organisation = $9))
      order by r.id desc
      limit $10
      """;

  /**
   * Each part reads at most one page from its own index, then they are put together. A unit of one
   * organisation may be subcontractor of a right that another unit of it holds: hence no "all".
   */
  private static final String ALL =
      """
      (select r.id from usage_right r where r.organiser = $1 %1$s)
      union
      (select r.id from usage_right r where r.producer = $1 %1$s)
      union
      (select r.id from usage_right r where exists (
         select from usage_right_subcontractor s where s.organisation = $1 and s.usage_right = r.id) %1$s)
      """
          .formatted(FILTER);

  private static final String OF_CLIENT =
      """
      select r.id from usage_right r
      where r.client_ref in %s and ($1 in (r.organiser, r.producer)
        or exists (select from usage_right_subcontractor s where s.organisation = $1 and s.usage_right = r.id))
      """
              .formatted(LinkedRefs.FOUND_BY.formatted("$11"))
          + FILTER;

  private static final String WHOLE =
      """
      with found as (%s)
      select r.* from found join usage_right r on r.id = found.id
      order by r.id desc
      limit $10
      """;

  private final DatabaseClient db;

  SearchStore(DatabaseClient db) {
    this.db = db;
  }

  /** Newest first, those before the given id, that name the party in any role. */
  Mono<List<UsageRight>> search(Oid party, UUID before, SearchFilter filter, int rows) {
    ClientRef client = filter.client();
    GenericExecuteSpec statement =
        db.sql(WHOLE.formatted(client == null ? ALL : OF_CLIENT))
            .bind(0, party.value())
            .bind(1, before)
            .bind(2, name(filter.serviceTask()))
            .bind(3, name(filter.state()))
            .bind(4, filter.from())
            .bind(5, filter.to())
            .bind(6, oid(filter.organiser()))
            .bind(7, oid(filter.producer()))
            .bind(8, oid(filter.subcontractor()))
            .bind(9, rows);
    return (client == null ? statement : statement.bind(10, client.value()))
        .map(UsageRightRows::right)
        .all()
        .collectList();
  }

  private static Parameter oid(@Nullable Oid oid) {
    return Rows.nullable(String.class, oid == null ? null : oid.value());
  }

  private static Parameter name(@Nullable Enum<?> value) {
    return Rows.nullable(String.class, value == null ? null : value.name());
  }
}
