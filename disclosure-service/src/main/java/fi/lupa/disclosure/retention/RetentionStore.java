package fi.lupa.disclosure.retention;

import static fi.lupa.platform.sql.Rows.optional;
import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.retention.Told.ToldMatter;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Documents' times in PostgreSQL: what they are counted from, and the days that came out. */
@Repository
class RetentionStore {
  /** For all identifiers of the person: a matter told under one keeps documents under another. */
  private static final String NOTE =
      "insert into retention_todo (client_ref, controller) select ref, $2 from same_person($1)";

  /** Rows that another instance has taken are left to it. */
  private static final String TAKE =
      """
      with taken as (
        delete from retention_todo where id in (
          select id from retention_todo order by id limit $1 for update skip locked)
        returning client_ref, controller)
      select distinct client_ref, controller from taken order by client_ref, controller
      """;

  /** One at a time counts or destroys of a client's documents in a register. */
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended($1::text || $2, 60))";

  /**
   * Each document of the person with all its versions; the newest one's class and validity hold.
   * Those under other identifiers stay out of the times that are set, but may need this one's.
   */
  private static final String KEPT =
      """
      select d.document_oid, d.client_ref = $1 as own,
        (array_agg(d.document_type order by d.version desc))[1] as document_type,
        array_agg(distinct task.name) as service_tasks,
        array_remove(array_agg(distinct named.matter) || min(m.matter_oid), null) as matters,
        min(m.matter_oid) as own_matter,
        (array_agg(d.retention_class order by d.version desc))[1] as retention_class,
        max((d.recorded_at at time zone 'Europe/Helsinki')::date) as recorded,
        (array_agg(d.valid_to order by d.version desc))[1] as valid_to,
        count(distinct d.version)::int as versions
      from document d
      cross join lateral unnest(d.service_tasks) as task(name)
      left join lateral unnest(d.matters) as named(matter) on true
      left join matter m on m.client_ref = d.client_ref and m.document_oid = d.document_oid
      where d.client_ref in (select ref from same_person($1)) and d.controller = $2
      group by d.document_oid, d.client_ref
      order by d.document_oid, d.client_ref
      """;

  /**
   * As the relationship in active use tells it; one of before the archive, where there is no other.
   */
  private static final String DIED =
      """
      select max(died) as died from client_relationship r
      where client_ref in (select ref from same_person($1)) and controller = $2
        and (not old or not exists (
          select from client_relationship a
          where a.client_ref in (select ref from same_person($1)) and a.controller = $2 and not a.old))
      """;

  private static final String MATTERS =
      """
      select matter_oid, service_task, closed, child_born from matter
      where client_ref in (select ref from same_person($1)) and controller = $2
      """;
  private static final String CLEAR =
      "delete from document_due where client_ref = $1 and controller = $2";
  private static final String SET =
      """
      insert into document_due (client_ref, document_oid, controller, last_day, source, classes)
      select $1, due.document_oid, $2, due.last_day, due.source, string_to_array(due.classes, ' ')
      from unnest($3::text[], $4::date[], $5::boolean[], $6::text[]) as due (document_oid, last_day, source, classes)
      """;

  private final DatabaseClient db;

  RetentionStore(DatabaseClient db) {
    this.db = db;
  }

  /** Whose register and which client's documents in it. */
  record Holder(ClientRef client, Oid controller) {}

  Mono<Void> note(Holder holder) {
    return on(NOTE, holder).then();
  }

  /** Takes what is to be counted again. */
  Mono<List<Holder>> take(int rows) {
    return db.sql(TAKE).bind(0, rows).map(RetentionStore::holder).all().collectList();
  }

  /** Waits until nobody else counts or destroys there; until the transaction ends. */
  Mono<Void> lock(Holder holder) {
    return on(LOCK, holder).fetch().all().then();
  }

  Mono<ClientRegister> load(Holder holder) {
    return on(KEPT, holder)
        .map(RetentionStore::kept)
        .all()
        .collectList()
        .flatMap(kept -> told(holder).map(told -> new ClientRegister(kept, told)));
  }

  private Mono<Told> told(Holder holder) {
    return on(MATTERS, holder)
        .map(RetentionStore::matter)
        .all()
        .collectList()
        .flatMap(matters ->
            on(DIED, holder)
                .map(row -> new Told(optional(row, "died", LocalDate.class), matters))
                .one());
  }

  /** A document's last day. */
  record Due(Kept document, Time.Until until) {}

  /** Sets the last days of all documents there are. */
  Mono<Void> replace(Holder holder, List<Due> due) {
    return on(CLEAR, holder)
        .then()
        .then(
            due.isEmpty()
                ? Mono.empty()
                : on(SET, holder)
                    .bind(2, column(due, one -> one.document().documentOid(), String[]::new))
                    .bind(3, column(due, one -> one.until().last(), LocalDate[]::new))
                    .bind(4, column(due, one -> one.document().isSource(), Boolean[]::new))
                    .bind(
                        5,
                        column(due, one -> String.join(" ", one.until().classes()), String[]::new))
                    .then());
  }

  private DatabaseClient.GenericExecuteSpec on(String sql, Holder holder) {
    return db.sql(sql).bind(0, holder.client().value()).bind(1, holder.controller().value());
  }

  private static <T> T[] column(
      List<Due> due, Function<Due, T> value, java.util.function.IntFunction<T[]> array) {
    return due.stream().map(value).toArray(array);
  }

  private static Holder holder(Readable row) {
    return new Holder(
        new ClientRef(required(row, "client_ref", UUID.class)),
        new Oid(required(row, "controller", String.class)));
  }

  private static Kept kept(Readable row) {
    return new Kept(
        required(row, "document_oid", String.class),
        required(row, "document_type", String.class),
        set(row, "service_tasks", ServiceTask::valueOf),
        set(row, "matters", Function.identity()),
        optional(row, "own_matter", String.class),
        optional(row, "retention_class", String.class),
        required(row, "recorded", LocalDate.class),
        optional(row, "valid_to", LocalDate.class),
        required(row, "versions", Integer.class),
        required(row, "own", Boolean.class));
  }

  private static ToldMatter matter(Readable row) {
    @Nullable String task = optional(row, "service_task", String.class);
    return new ToldMatter(
        required(row, "matter_oid", String.class),
        task == null ? null : ServiceTask.valueOf(task),
        optional(row, "closed", LocalDate.class),
        optional(row, "child_born", LocalDate.class));
  }

  private static <T> Set<T> set(Readable row, String column, Function<String, T> element) {
    return Arrays.stream(required(row, column, String[].class))
        .map(element)
        .collect(Collectors.toUnmodifiableSet());
  }
}
