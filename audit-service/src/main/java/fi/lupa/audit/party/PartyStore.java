package fi.lupa.audit.party;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The names that organisations and units had over time. */
@Repository
class PartyStore {
  private static final String ADD =
      """
      insert into party_name (oid, since, organisation, fi, sv, en)
      select * from unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[])
      on conflict do nothing
      """;
  private static final String OF =
      """
      select oid, since, organisation, fi, sv, en from party_name
      where oid = any($1)
         or oid in (select organisation from party_name where oid = any($1))
      """;

  private final DatabaseClient db;

  PartyStore(DatabaseClient db) {
    this.db = db;
  }

  Mono<Void> add(List<PartyName> names) {
    return db.sql(ADD)
        .bind(0, texts(names, name -> name.oid().value()))
        .bind(1, times(names))
        .bind(2, texts(names, name -> name.organisation().value()))
        .bind(3, texts(names, name -> name.name().fi()))
        .bind(4, texts(names, name -> name.name().sv()))
        .bind(5, texts(names, name -> name.name().en()))
        .then();
  }

  Mono<List<PartyName>> of(Collection<Oid> oids) {
    return db.sql(OF)
        .bind(0, oids.stream().map(Oid::value).toArray(String[]::new))
        .map(PartyStore::name)
        .all()
        .collectList();
  }

  private static PartyName name(Readable row) {
    return new PartyName(
        new Oid(text(row, "oid")),
        Objects.requireNonNull(row.get("since", Instant.class)),
        new Oid(text(row, "organisation")),
        new LocalizedText(
            text(row, "fi"), row.get("sv", String.class), row.get("en", String.class)));
  }

  private static String text(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, String.class));
  }

  private static String[] texts(List<PartyName> names, Function<PartyName, @Nullable String> part) {
    return names.stream().map(part).toArray(String[]::new);
  }

  private static OffsetDateTime[] times(List<PartyName> names) {
    return names.stream()
        .map(name -> name.since().atOffset(ZoneOffset.UTC))
        .toArray(OffsetDateTime[]::new);
  }
}
