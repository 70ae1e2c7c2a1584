package fi.lupa.disclosure.notice;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.sql.Rows;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Notices of disclosures: written once, never changed. */
@Repository
public class NoticeStore {
  private static final String INSERT =
      """
      insert into disclosure_notice (client_ref, id, organisation, noted_at, disclosed_on, notice)
      values ($1, $2, $3, $4, $5, $6::jsonb)
      """;
  private static final String OF_CLIENT =
      """
      select disclosed_on, notice::text as notice from disclosure_notice
      where client_ref = any($1) and organisation = $2 and disclosed_on between $3 and $4
      order by disclosed_on desc, id desc
      """;

  private final DatabaseClient db;
  private final JsonMapper json;

  NoticeStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** A notice of a day. */
  public record Noted(LocalDate disclosedOn, Notice.Kept notice) {}

  Mono<Void> insert(
      UUID id, ClientRef client, Oid organisation, Instant now, LocalDate on, Notice.Kept notice) {
    return db.sql(INSERT)
        .bind(0, client.value())
        .bind(1, id)
        .bind(2, organisation.value())
        .bind(3, OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .bind(4, on)
        .bind(5, json.writeValueAsString(notice))
        .then();
  }

  /**
   * What a controller noted of one person, newest first.
   *
   * @param from the first day
   * @param to the last day
   */
  public Mono<List<Noted>> of(
      Collection<ClientRef> clients, Oid organisation, LocalDate from, LocalDate to) {
    return db.sql(OF_CLIENT)
        .bind(0, clients.stream().map(ClientRef::value).toArray(UUID[]::new))
        .bind(1, organisation.value())
        .bind(2, from)
        .bind(3, to)
        .map(this::noted)
        .all()
        .collectList();
  }

  private Noted noted(Readable row) {
    return new Noted(
        Rows.required(row, "disclosed_on", LocalDate.class),
        json.readValue(Rows.required(row, "notice", String.class), Notice.Kept.class));
  }
}
