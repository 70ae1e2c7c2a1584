package fi.lupa.disclosure.uselog.staff;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.sql.Rows;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Organisations' professionals. */
@Repository
class StaffStore {
  private static final String KEEP =
      """
      insert into staff (organisation, professional, client_ref, address_ref)
      select $1, * from unnest($2, $3, $4) as told (professional, client_ref, address_ref)
      on conflict (organisation, professional) do update
        set client_ref = excluded.client_ref, address_ref = excluded.address_ref
      """;
  private static final String FORGET =
      "delete from staff where organisation = $1 and professional = any($2)";
  private static final String KNOWN = "select count(*) as known from staff where organisation = $1";

  private final DatabaseClient db;

  StaffStore(DatabaseClient db) {
    this.db = db;
  }

  /**
   * @param staff each professional once, in a fixed order
   */
  Mono<Long> keep(Oid organisation, List<Staff.Kept> staff) {
    return db.sql(KEEP)
        .bind(0, organisation.value())
        .bind(1, staff.stream().map(Staff.Kept::professional).toArray(String[]::new))
        .bind(2, staff.stream().map(StaffStore::person).toArray(UUID[]::new))
        .bind(3, staff.stream().map(Staff.Kept::address).toArray(String[]::new))
        .fetch()
        .rowsUpdated();
  }

  private static @Nullable UUID person(Staff.Kept one) {
    ClientRef person = one.person();
    return person == null ? null : person.value();
  }

  Mono<Long> forget(Oid organisation, Collection<String> professionals) {
    return db.sql(FORGET)
        .bind(0, organisation.value())
        .bind(1, professionals.toArray(String[]::new))
        .fetch()
        .rowsUpdated();
  }

  /** How many are known. */
  Mono<Long> known(Oid organisation) {
    return db.sql(KNOWN)
        .bind(0, organisation.value())
        .map(row -> Rows.required(row, "known", Long.class))
        .one();
  }
}
