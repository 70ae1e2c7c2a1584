package fi.lupa.consent.organisation;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The newest name of each organisation and unit. */
@Component
class NameStore {
  private static final String FOLLOW =
      """
      insert into organisation_name (oid, version, fi, sv, en)
      select distinct on (oid) *
      from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[]) as told(oid, version, fi, sv, en)
      order by oid, version desc
      on conflict (oid) do update
        set version = excluded.version, fi = excluded.fi, sv = excluded.sv, en = excluded.en
        where organisation_name.version < excluded.version
      """;

  private final DatabaseClient db;

  NameStore(DatabaseClient db) {
    this.db = db;
  }

  /** One statement, so that a batch is followed whole or not at all. */
  Mono<Void> follow(List<Named> told) {
    return db.sql(FOLLOW)
        .bind(0, texts(told, named -> named.oid().value()))
        .bind(1, told.stream().map(Named::version).toArray(Long[]::new))
        .bind(2, texts(told, named -> named.name().fi()))
        .bind(3, texts(told, named -> named.name().sv()))
        .bind(4, texts(told, named -> named.name().en()))
        .then();
  }

  private static @Nullable String[] texts(
      List<Named> told, Function<Named, @Nullable String> text) {
    return told.stream().map(text).toArray(String[]::new);
  }
}
