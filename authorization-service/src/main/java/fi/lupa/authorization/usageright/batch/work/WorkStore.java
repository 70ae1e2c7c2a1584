package fi.lupa.authorization.usageright.batch.work;

import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.authorization.usageright.batch.Batch;
import fi.lupa.authorization.usageright.batch.Command;
import fi.lupa.authorization.usageright.batch.LineOutcome;
import fi.lupa.authorization.usageright.batch.work.LineResult.Done;
import fi.lupa.authorization.usageright.batch.work.LineResult.Refused;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The batches that have something to do. */
@Component
class WorkStore {
  /**
   * An organiser's batches are done one after the other; among organisers, whose last chunk is
   * longest ago comes next. What another instance is at is left to it, and that batch's followers
   * too.
   */
  private static final String LOCK_NEXT =
      """
      select * from usage_right_batch b
      where state in ('RECEIVED', 'RUNNING')
        and not exists (
          select from usage_right_batch e
          where e.organiser = b.organiser and e.state in ('RECEIVED', 'RUNNING')
            and (e.received_at, e.id) < (b.received_at, b.id))
      order by served_at nulls first, received_at, id
      limit 1
      for update skip locked
      """;

  private static final String LOCK =
      "select * from usage_right_batch where id = $1 and state in ('RECEIVED', 'RUNNING') for update";

  private static final String LINES =
      """
      select line, command::text as command from usage_right_batch_line
      where batch = $1 and line > $2 and outcome is null
      order by line
      limit $3
      """;

  private static final String NEXT_LINE =
      "select min(line) as line from usage_right_batch_line where batch = $1 and line > $2 and outcome is null";

  private static final String ANSWER =
      """
      update usage_right_batch_line l
      set outcome = r.outcome, code = r.code, usage_right = r.id, version = r.version, command = null
      from jsonb_to_recordset($2::jsonb) as r (line int, outcome text, code text, id uuid, version bigint)
      where l.batch = $1 and l.line = r.line
      """;

  private static final String ADVANCE =
      """
      update usage_right_batch b
      set done = done + $2, refused = refused + $3, state = $4, reached = to_line.line,
          effective_to = case when $2 = 0 and effective_to = reached then to_line.line else effective_to end,
          started_at = coalesce(started_at, $5), served_at = $5, finished_at = case when $4 = 'DONE' then $5 end
      from (select coalesce($6, max(line), 0) as line from usage_right_batch_line where batch = $1) to_line
      where id = $1
      """;

  private static final String MARK =
      """
      update usage_right_batch set effective_to = least($3, reached)
      where id = $1 and effective_to between $2 and $3 - 1
      """;

  private static final String BEHIND =
      """
      select id, effective_to, reached from usage_right_batch
      where effective_to < reached
      order by id <= $1, id
      limit 1
      """;

  private static final String TO_LOOK_AT =
      """
      select line, usage_right, version from usage_right_batch_line
      where batch = $1 and line > $2 and line <= $3 and outcome = 'DONE'
      order by line
      limit $4
      """;

  private final DatabaseClient db;
  private final JsonMapper json;

  WorkStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** The batch whose turn it is, held until the transaction ends; empty when there is none. */
  Mono<Batch> lockNext() {
    return db.sql(LOCK_NEXT).map(Batch::of).one();
  }

  /** One of them, held until the transaction ends; empty when nothing is left of it to do. */
  Mono<Batch> lock(UUID id) {
    return db.sql(LOCK).bind(0, id).map(Batch::of).one();
  }

  /** Lets the batches of other organisers go first. */
  Mono<Void> postpone(UUID id, Instant now) {
    return db.sql("update usage_right_batch set served_at = $2 where id = $1")
        .bind(0, id)
        .bind(1, now)
        .then();
  }

  /** Its next lines without outcome. */
  Mono<List<PendingLine>> lines(Batch batch, int limit) {
    return db.sql(LINES)
        .bind(0, batch.id())
        .bind(1, batch.reached())
        .bind(2, limit)
        .map(row ->
            new PendingLine(
                required(row, "line", Integer.class),
                json.readValue(required(row, "command", String.class), Command.class)))
        .all()
        .collectList();
  }

  /** The first of them, by its number only. */
  Mono<Integer> nextLine(Batch batch) {
    return db.sql(NEXT_LINE)
        .bind(0, batch.id())
        .bind(1, batch.reached())
        .map(row -> required(row, "line", Integer.class))
        .one();
  }

  private record Answer(
      int line,
      LineOutcome outcome,
      @Nullable String code,
      @Nullable UsageRightId id,
      @Nullable Long version) {
    static Answer of(LineResult result) {
      return switch (result) {
        case Done(int line, var right, var change) ->
            new Answer(line, LineOutcome.DONE, null, right.id(), right.version());
        case Refused(int line, String code) ->
            new Answer(line, LineOutcome.REFUSED, code, null, null);
      };
    }
  }

  /** Writes the outcomes; what the lines asked for is forgotten. */
  Mono<Void> answer(UUID batch, List<LineResult> results) {
    return results.isEmpty()
        ? Mono.empty()
        : db.sql(ANSWER)
            .bind(0, batch)
            .bind(1, json.writeValueAsString(results.stream().map(Answer::of).toList()))
            .then();
  }

  /**
   * Moves the batch on behind the results.
   *
   * @param last whether nothing is left of it
   */
  Mono<Void> advance(UUID batch, List<LineResult> results, boolean last, Instant now) {
    long done = results.stream().filter(Done.class::isInstance).count();
    var statement =
        db.sql(ADVANCE)
            .bind(0, batch)
            .bind(1, (int) done)
            .bind(2, (int) (results.size() - done))
            .bind(3, last ? "DONE" : "RUNNING")
            .bind(4, now);
    return (last
            ? statement.bindNull(5, Integer.class)
            : statement.bind(5, results.getLast().line()))
        .then();
  }

  /** Record queries see what was done of the lines behind {@code from} up to {@code to}. */
  Mono<Void> mark(UUID batch, int from, int to) {
    return db.sql(MARK).bind(0, batch).bind(1, from).bind(2, to).then();
  }

  /** A batch of which it isn't known that record queries see all that was done. */
  record Behind(UUID id, int effectiveTo, int reached) {}

  /** A line that was done. */
  record DoneLine(int line, String right, long version) {}

  /** The next after the given one; after the last the first again. */
  Mono<Behind> behind(UUID after) {
    return db.sql(BEHIND)
        .bind(0, after)
        .map(row ->
            new Behind(
                required(row, "id", UUID.class),
                required(row, "effective_to", Integer.class),
                required(row, "reached", Integer.class)))
        .one();
  }

  Mono<List<DoneLine>> toLookAt(Behind behind, int limit) {
    return db.sql(TO_LOOK_AT)
        .bind(0, behind.id())
        .bind(1, behind.effectiveTo())
        .bind(2, behind.reached())
        .bind(3, limit)
        .map(WorkStore::doneLine)
        .all()
        .collectList();
  }

  private static DoneLine doneLine(Readable row) {
    return new DoneLine(
        required(row, "line", Integer.class),
        required(row, "usage_right", UUID.class).toString(),
        required(row, "version", Long.class));
  }
}
