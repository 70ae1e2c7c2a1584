package fi.lupa.disclosure.logrequest;

import static fi.lupa.platform.sql.Rows.nullable;
import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.web.Cursor;
import io.r2dbc.spi.Readable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Requests for log data; {@code open} in a statement are those that wait for the controller. */
@Repository
class LogRequestStore {
  private static final String INSERT =
      """
      insert into log_request (client_ref, id, organisation, open, due_on, request)
      values ($1, $2, $3, $4, $5, $6::jsonb)
      """;
  private static final String UPDATE =
      """
      update log_request set open = $3, due_on = $4, request = $5::jsonb
      where client_ref = $1 and id = $2
      """;
  private static final String HOLD =
      """
      select client_ref, request::text as request from log_request
      where id = $1 and ($2::uuid is null or client_ref = $2) and ($3::text is null or organisation = $3)
      for update
      """;
  private static final String OF_CLIENT =
      "select client_ref, request::text as request from log_request where client_ref = $1 order by id desc";
  private static final String OF_CLIENTS =
      """
      select client_ref, request::text as request from log_request
      where client_ref = any($1) and organisation = $2
      """;
  private static final String OF_CONTROLLER =
      """
      select client_ref, request::text as request from log_request
      where organisation = $1 and ($2::boolean is null or open = $2) and ($3::date is null or (open and due_on < $3))
        and ($4::date is null or (due_on, id) > ($4, $5::uuid))
      order by due_on, id
      limit $6
      """;
  private static final String COUNTS =
      """
      select count(*) as open, count(*) filter (where due_on < $1) as overdue from log_request where open
      """;

  private final DatabaseClient db;
  private final JsonMapper json;

  LogRequestStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** A request and whose it is. */
  record Held(ClientRef client, LogRequest request) {}

  /** How many wait for their controllers, and how many of them too long. */
  record Counts(long open, long overdue) {}

  /** A place in a controller's list: the request last seen. */
  record Place(LocalDate dueOn, UUID id) {
    static @Nullable Place parse(@Nullable String cursor) {
      if (cursor == null) {
        return null;
      }
      List<String> parts = Cursor.decode(cursor, 2);
      try {
        return new Place(LocalDate.parse(parts.get(0)), UUID.fromString(parts.get(1)));
      } catch (DateTimeException | IllegalArgumentException e) {
        throw Cursor.invalid();
      }
    }

    static String cursor(LogRequest last) {
      return Cursor.encode(last.dueOn(), last.id());
    }
  }

  Mono<Void> insert(ClientRef client, LogRequest request) {
    return db.sql(INSERT)
        .bind(0, client.value())
        .bind(1, request.id())
        .bind(2, request.controller().value())
        .bind(3, request.open())
        .bind(4, request.dueOn())
        .bind(5, json.writeValueAsString(request))
        .then();
  }

  Mono<Void> update(ClientRef client, LogRequest request) {
    return db.sql(UPDATE)
        .bind(0, client.value())
        .bind(1, request.id())
        .bind(2, request.open())
        .bind(3, request.dueOn())
        .bind(4, json.writeValueAsString(request))
        .then();
  }

  /** The client's own request, held until the transaction ends; empty when there is none. */
  Mono<Held> ofClient(UUID id, ClientRef client) {
    return hold(id, client, null);
  }

  /** A request to the controller, held until the transaction ends; empty when there is none. */
  Mono<Held> ofController(UUID id, Oid controller) {
    return hold(id, null, controller);
  }

  private Mono<Held> hold(UUID id, @Nullable ClientRef client, @Nullable Oid controller) {
    return db.sql(HOLD)
        .bind(0, id)
        .bind(1, nullable(UUID.class, client == null ? null : client.value()))
        .bind(2, nullable(String.class, controller == null ? null : controller.value()))
        .map(this::held)
        .one();
  }

  /** All of the client's requests, newest first. */
  Mono<List<LogRequest>> all(ClientRef client) {
    return db.sql(OF_CLIENT)
        .bind(0, client.value())
        .map(this::held)
        .all()
        .map(Held::request)
        .collectList();
  }

  /**
   * Requests to the controller, the first due first.
   *
   * @param dueBefore only open ones that were due before that day
   */
  Mono<List<Held>> page(
      Oid controller,
      @Nullable Boolean open,
      @Nullable LocalDate dueBefore,
      @Nullable Place after,
      int limit) {
    return db.sql(OF_CONTROLLER)
        .bind(0, controller.value())
        .bind(1, nullable(Boolean.class, open))
        .bind(2, nullable(LocalDate.class, dueBefore))
        .bind(3, nullable(LocalDate.class, after == null ? null : after.dueOn()))
        .bind(4, nullable(UUID.class, after == null ? null : after.id()))
        .bind(5, limit)
        .map(this::held)
        .all()
        .collectList();
  }

  /** All requests of some clients to the controller, by client. */
  Mono<Map<ClientRef, List<LogRequest>>> ofClients(Oid controller, Stream<ClientRef> clients) {
    return db.sql(OF_CLIENTS)
        .bind(0, clients.map(ClientRef::value).distinct().toArray(UUID[]::new))
        .bind(1, controller.value())
        .map(this::held)
        .all()
        .collectList()
        .map(all ->
            all.stream()
                .collect(
                    Collectors.groupingBy(
                        Held::client, Collectors.mapping(Held::request, Collectors.toList()))));
  }

  /** Of all controllers. */
  Mono<Counts> counts(LocalDate today) {
    return db.sql(COUNTS)
        .bind(0, today)
        .map(row ->
            new Counts(required(row, "open", Long.class), required(row, "overdue", Long.class)))
        .one();
  }

  private Held held(Readable row) {
    return new Held(
        new ClientRef(required(row, "client_ref", UUID.class)),
        json.readValue(required(row, "request", String.class), LogRequest.class));
  }
}
