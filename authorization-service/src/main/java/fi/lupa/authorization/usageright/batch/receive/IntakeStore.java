package fi.lupa.authorization.usageright.batch.receive;

import fi.lupa.authorization.usageright.batch.Batch;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a batch while it is being received. */
@Component
class IntakeStore {
  private static final int MOST_AT_ONCE = 4;
  private static final int MOST_OPEN = 20;

  private static final String BEGIN =
      """
      insert into usage_right_batch (id, organiser, system, state, received_at)
      select $1, $2, $3, 'RECEIVING', $4
      where (select count(*) from usage_right_batch where organiser = $2 and state = 'RECEIVING') < $5
      """;

  private static final String TOUCH =
      """
      update usage_right_batch set lines = lines + $2, invalid = invalid + $3, received_at = $4
      where id = $1 and state = 'RECEIVING'
      """;

  private static final String ADD =
      """
      insert into usage_right_batch_line (batch, line, ref, command, violations, outcome, code)
      select $1, line, ref, command, violations,
             case when command is null then 'INVALID' end, case when command is null then 'REQUEST_INVALID' end
      from jsonb_to_recordset($2::jsonb) as l (line int, ref text, command jsonb, violations jsonb)
      """;

  private static final String RECEIVE =
      """
      update usage_right_batch b set state = 'RECEIVED', received_at = $2
      where id = $1 and state = 'RECEIVING'
        and (select count(*) from usage_right_batch o
             where o.organiser = b.organiser and o.state in ('RECEIVED', 'RUNNING')) < $3
      returning *
      """;

  private final DatabaseClient db;
  private final JsonMapper json;

  IntakeStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** An error TOO_MANY_BATCHES when the organiser is sending several already. */
  Mono<Void> begin(UUID id, Caller organiser, Instant now) {
    return db.sql(BEGIN)
        .bind(0, id)
        .bind(1, organiser.organisation().value())
        .bind(2, organiser.subject())
        .bind(3, now)
        .bind(4, MOST_AT_ONCE)
        .fetch()
        .rowsUpdated()
        .flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(Problem.of("TOO_MANY_BATCHES")));
  }

  /** To be called in a transaction; an error when the batch was given up meanwhile. */
  Mono<Integer> add(UUID id, List<ReceivedLine> lines, Instant now) {
    int valid = (int) lines.stream().filter(ReceivedLine::isValid).count();
    return db.sql(TOUCH)
        .bind(0, id)
        .bind(1, lines.size())
        .bind(2, lines.size() - valid)
        .bind(3, now)
        .fetch()
        .rowsUpdated()
        .filter(rows -> rows == 1)
        .switchIfEmpty(Mono.error(() -> Problem.of("BACKEND_UNAVAILABLE")))
        .then(
            Mono.defer(() ->
                db.sql(ADD)
                    .bind(0, id)
                    .bind(1, json.writeValueAsString(lines))
                    .fetch()
                    .rowsUpdated()))
        .thenReturn(lines.size());
  }

  /** It is whole; an error TOO_MANY_BATCHES when the organiser has that many waiting. */
  Mono<Batch> receive(UUID id, Instant now) {
    return db.sql(RECEIVE)
        .bind(0, id)
        .bind(1, now)
        .bind(2, MOST_OPEN)
        .map(Batch::of)
        .one()
        .switchIfEmpty(Mono.error(() -> Problem.of("TOO_MANY_BATCHES")));
  }

  /** Leaves nothing of a batch that wasn't received whole. */
  Mono<Void> forget(UUID id) {
    return db.sql("delete from usage_right_batch where id = $1 and state = 'RECEIVING'")
        .bind(0, id)
        .then();
  }
}
