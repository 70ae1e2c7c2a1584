package fi.lupa.disclosure.breakglass;

import static fi.lupa.platform.sql.Rows.nullable;
import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.disclosure.record.AccessPlace;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Accesses on the ground of protection, by the registers they concerned, and their reviews. */
@Repository
class BreakGlassStore {
  private static final String FIND =
      """
      select a.id, a.occurred_at, a.explanation::text as explanation, coalesce((
          select jsonb_agg(jsonb_build_object('id', r.id, 'outcome', r.outcome, 'explanation', r.explanation,
            'reviewer', r.reviewer, 'reviewedAt', r.reviewed_at) order by r.reviewed_at, r.id)
          from break_glass_review r where r.access_id = a.id and r.organisation = $1), '[]')::text as reviews
      from access_record a
      where a.break_glass and $1 = any(a.controllers)
        and ($2::boolean is null or $2 = exists (
          select from break_glass_review r
          where r.access_id = a.id and r.organisation = $1 and r.outcome <> 'EXPLANATION_ASKED'))
        and ($3::timestamptz is null or (a.occurred_at, a.id) < ($3, $4::uuid))
      order by a.occurred_at desc, a.id desc
      limit $5
      """;
  private static final String CONCERNED =
      """
      select client_ref, occurred_at from access_record
      where id = $1 and break_glass and $2 = any(controllers)
      """;
  private static final String REVIEW =
      """
      insert into break_glass_review (id, access_id, organisation, outcome, explanation, reviewer, reviewed_at)
      select $1, $2, $3, $4, $5, $6::jsonb, $7
      where not exists (
        select from break_glass_review
        where access_id = $2 and organisation = $3 and outcome <> 'EXPLANATION_ASKED')
      """;

  private final DatabaseClient db;
  private final JsonMapper json;

  BreakGlassStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** Those that concerned the controller's register, newest first. */
  Mono<List<BreakGlassAccess>> find(
      Oid controller, @Nullable Boolean reviewed, @Nullable AccessPlace after, int limit) {
    return db.sql(FIND)
        .bind(0, controller.value())
        .bind(1, nullable(Boolean.class, reviewed))
        .bind(2, nullable(OffsetDateTime.class, after == null ? null : utc(after.time())))
        .bind(3, nullable(UUID.class, after == null ? null : after.id()))
        .bind(4, limit)
        .map(row -> access(row, controller))
        .all()
        .collectList();
  }

  /** Whose documents it was to, and when. */
  record Concerned(ClientRef client, Instant time) {}

  /** Such an access to the controller's register; empty when it isn't one. */
  Mono<Concerned> concerned(UUID access, Oid controller) {
    return db.sql(CONCERNED)
        .bind(0, access)
        .bind(1, controller.value())
        .map(row ->
            new Concerned(
                new ClientRef(required(row, "client_ref", UUID.class)),
                required(row, "occurred_at", Instant.class)))
        .one();
  }

  /** Writes a review down; false when the controller has closed it. */
  Mono<Boolean> review(UUID access, Review review) {
    return db.sql(REVIEW)
        .bind(0, review.id())
        .bind(1, access)
        .bind(2, review.reviewer().organisation().value())
        .bind(3, review.outcome().name())
        .bind(4, review.explanation())
        .bind(5, json.writeValueAsString(review.reviewer()))
        .bind(6, utc(review.reviewedAt()))
        .fetch()
        .rowsUpdated()
        .map(inserted -> inserted == 1);
  }

  private BreakGlassAccess access(Readable row, Oid controller) {
    return BreakGlassAccess.of(
        AccessExplanation.stored(required(row, "explanation", String.class), json),
        new BreakGlassAccess.Found(
            controller,
            List.of(json.readValue(required(row, "reviews", String.class), Review[].class))));
  }

  private static OffsetDateTime utc(Instant time) {
    return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
  }
}
