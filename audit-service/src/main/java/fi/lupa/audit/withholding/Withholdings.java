package fi.lupa.audit.withholding;

import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.WithholdingGround;
import fi.lupa.contracts.event.WithholdingChanged;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What of a client's log is withheld now. */
@Component
public class Withholdings {
  /** {@code $1} is the client. A withholding made for a temporary identifier is the person's. */
  private static final String OWN =
      """
      withholding.client_ref = any(array(
          select $1 union all select former_ref from client_link where client_ref = $1 and linked))
        and withholding.ended_at is null and withholding.until >= TODAY
      """;

  private static final String COVERS =
      """
      withholding.controller_id = any(log_entry.controllers)
        and (withholding.organisation_id is null or withholding.organisation_id = log_entry.organisation)
        and (withholding.acts_from is null
          or log_entry.time >= withholding.acts_from::timestamp at time zone 'Europe/Helsinki')
        and (withholding.acts_to is null
          or log_entry.time < (withholding.acts_to + 1)::timestamp at time zone 'Europe/Helsinki')
      """;

  private static final String NOT_WITHHELD =
      "not exists (select from withholding where " + OWN + " and " + COVERS + ")";

  private static final String ANY =
      "select exists (select from withholding where " + OWN.replace("TODAY", "$2") + ") as any";

  /** Whatever may not be told counts for nothing, even if another ground may. */
  private static final String COUNT =
      """
      select ground, count(*) as entries
      from (
        select (select case when bool_and(told) then min(ground) end from withholding where OWN and COVERS) as ground
        from log_entry
        where client_ref = any(array(
            select $1 union all select former_ref from client_link where client_ref = $1 and linked))
      ) as covered
      where ground is not null
      group by ground
      order by ground
      """
          .replace("OWN", OWN)
          .replace("COVERS", COVERS)
          .replace("TODAY", "$2");

  private static final String FORGET =
      """
      delete from withholding
      using unnest($1::uuid[], $2::bigint[]) as one (id, version)
      where withholding.id = one.id and withholding.version = one.version
      """;

  private final DatabaseClient db;
  private final Clock clock;

  Withholdings(DatabaseClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * A condition on a row of {@code log_entry} in a statement whose {@code $1} is the client.
   *
   * @param today the parameter that {@link #today} is bound to
   */
  public static String notWithheld(String today) {
    return NOT_WITHHELD.replace("TODAY", today);
  }

  /**
   * The same in a statement that begins with the entry: {@code $1} is then whose log it is read in.
   */
  public static String notWithheldFromItsClient(String today) {
    return notWithheld(today)
        .replace(
            "$1",
            """
            coalesce((select link.client_ref from client_link link
              where link.former_ref = log_entry.client_ref and link.linked), log_entry.client_ref)
            """);
  }

  public LocalDate today() {
    return FinnishDays.dayOf(clock.instant());
  }

  /** Whether anything may be withheld: hardly ever, and then nothing more need be asked. */
  public Mono<Boolean> any(ClientRef client) {
    return db.sql(ANY)
        .bind(0, client.value())
        .bind(1, today())
        .map(row -> required(row, "any", Boolean.class))
        .one();
  }

  /** How many entries are withheld and why, as far as the client may know. */
  public Mono<List<Withheld>> told(ClientRef client) {
    return any(client).flatMap(any -> told(client, any));
  }

  /** The same for who has asked already whether {@link #any} may be. */
  public Mono<List<Withheld>> told(ClientRef client, boolean any) {
    return any ? count(client) : Mono.just(List.of());
  }

  private Mono<List<Withheld>> count(ClientRef client) {
    return db.sql(COUNT)
        .bind(0, client.value())
        .bind(1, today())
        .map(row ->
            new Withheld(
                WithholdingGround.valueOf(required(row, "ground", String.class)),
                required(row, "entries", Long.class)))
        .all()
        .collectList();
  }

  /** When the events that told them are cleared. What a newer event told stays. */
  public Mono<Void> forget(List<WithholdingChanged> withholdings) {
    return withholdings.isEmpty()
        ? Mono.empty()
        : db.sql(FORGET)
            .bind(0, withholdings.stream().map(WithholdingChanged::id).toArray(UUID[]::new))
            .bind(1, withholdings.stream().map(WithholdingChanged::version).toArray(Long[]::new))
            .then();
  }

  /**
   * @param count of entries, in the whole log
   */
  public record Withheld(WithholdingGround ground, long count) {}
}
