package fi.lupa.authorization.onboarding;

import static fi.lupa.platform.sql.Rows.nullable;

import fi.lupa.contracts.Oid;
import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes onboardings. Whoever writes holds the organisation, so that no other step comes between.
 */
@Component
final class OnboardingStore {
  private static final String INSERT =
      """
      insert into onboarding (id, organisation, situation, functions, state) values ($1, $2, $3, $4, $5)
      on conflict (organisation) where state = 'OPEN' do nothing
      """;
  private static final String INSERT_STEP =
      """
      insert into onboarding_step (onboarding, number, step, content, taken_at, by_organisation, by_system)
      values ($1, $2, $3, $4, $5, $6, $7)
      """;
  private static final String SET_STATE = "update onboarding set state = $2 where id = $1";
  private static final String FORGET_DEADLINES =
      "delete from onboarding_deadline where onboarding = $1";
  private static final String INSERT_DEADLINE =
      """
      insert into onboarding_deadline (onboarding, organisation, kind, due_on, met_at, seen_to)
      values ($1, $2, $3, $4, $5, $6)
      """;

  private final DatabaseClient db;
  private final JsonMapper json;

  OnboardingStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** A new onboarding with its first step; false when another one is open. */
  Mono<Boolean> insert(Onboarding onboarding) {
    return db.sql(INSERT)
        .bind(0, onboarding.id())
        .bind(1, onboarding.organisation().value())
        .bind(2, onboarding.situation().name())
        .bind(3, onboarding.functions().stream().map(Enum::name).toArray(String[]::new))
        .bind(4, onboarding.progress().state().name())
        .fetch()
        .rowsUpdated()
        .flatMap(rows -> rows == 0 ? Mono.just(false) : append(onboarding).thenReturn(true));
  }

  /** Adds the newest step, and writes anew what follows from it. */
  Mono<Void> append(Onboarding onboarding) {
    StepTaken step = onboarding.steps().getLast();
    StepTaken.By by = step.by();
    return db.sql(INSERT_STEP)
        .bind(0, onboarding.id())
        .bind(1, step.number())
        .bind(2, step.step().name())
        .bind(3, Json.of(json.writeValueAsString(step.order())))
        .bind(4, step.at())
        .bind(5, nullable(String.class, by == null ? null : by.organisation().value()))
        .bind(6, nullable(String.class, by == null ? null : by.system()))
        .fetch()
        .rowsUpdated()
        .then(run(SET_STATE, onboarding.id(), onboarding.progress().state().name()))
        .then(run(FORGET_DEADLINES, onboarding.id()))
        .then(Mono.defer(() -> deadlines(onboarding)));
  }

  private Mono<Void> run(String sql, Object... values) {
    return db.sql(sql).bindValues(List.of(values)).fetch().rowsUpdated().then();
  }

  private Mono<Void> deadlines(Onboarding onboarding) {
    Progress progress = onboarding.progress();
    Oid organisation = onboarding.organisation();
    return Flux.fromIterable(DeadlineRules.of(progress))
        .concatMap(deadline ->
            db.sql(INSERT_DEADLINE)
                .bind(0, onboarding.id())
                .bind(1, organisation.value())
                .bind(2, deadline.kind().name())
                .bind(3, deadline.dueOn())
                .bind(4, nullable(Instant.class, deadline.metAt()))
                .bind(5, seenTo(deadline, progress))
                .fetch()
                .rowsUpdated())
        .then();
  }

  private static boolean seenTo(Deadline deadline, Progress progress) {
    return deadline.kind() == Deadline.Kind.CERTIFICATE && progress.certificateExpired();
  }
}
