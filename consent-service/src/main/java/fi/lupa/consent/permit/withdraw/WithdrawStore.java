package fi.lupa.consent.permit.withdraw;

import fi.lupa.consent.origin.OnlyClient;
import fi.lupa.consent.origin.Origin;
import fi.lupa.consent.origin.OriginColumns;
import fi.lupa.consent.permit.Permit;
import fi.lupa.consent.permit.PermitRow;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes withdrawals. */
@Component
class WithdrawStore {
  private static final String LOCK =
      """
      select %s from permit
      where id = $1 and client_ref = coalesce($2, client_ref)
      for update
      """
          .formatted(PermitRow.COLUMNS);

  private static final String WITHDRAW =
      """
      with current as (
        update permit
        set version = $3, state = 'WITHDRAWN', targets = '[]', channel = $4, changed_at = $5
        where client_ref = $1 and id = $2
        returning %1$s
      ), history as (
        insert into permit_version
          (%1$s, %2$s)
        select %1$s, %3$s from current
      )
      select %1$s from current
      """
          .formatted(PermitRow.COLUMNS, OriginColumns.NAMES, OriginColumns.markers(6));

  private final DatabaseClient db;
  private final PermitRow row;

  WithdrawStore(DatabaseClient db, PermitRow row) {
    this.db = db;
    this.row = row;
  }

  /** The permit, locked until the transaction ends; empty when the origin may not touch it. */
  Mono<Permit> lock(UUID id, Origin origin) {
    return OnlyClient.bind(db.sql(LOCK).bind(0, id), 1, origin.onlyClient()).map(row::map).one();
  }

  /** Writes the next version and answers it as the table has it. */
  Mono<Permit> withdraw(Permit next, Origin origin) {
    return OriginColumns.bind(
            db.sql(WITHDRAW)
                .bind(0, next.client().value())
                .bind(1, next.id())
                .bind(2, next.version())
                .bind(3, next.channel().name())
                .bind(4, next.changedAt()),
            5,
            origin)
        .map(row::map)
        .one();
  }
}
