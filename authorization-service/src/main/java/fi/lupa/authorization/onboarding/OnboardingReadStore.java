package fi.lupa.authorization.onboarding;

import static fi.lupa.platform.sql.Rows.optional;
import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.SystemFunction;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads onboardings with their steps. */
@Component
public final class OnboardingReadStore {
  private static final String SELECT =
      """
      select o.id, o.organisation, o.situation, o.functions, s.list::text as steps
      from onboarding o
      cross join lateral (
        select json_agg(json_build_object('number', s.number, 'order', s.content, 'at', s.taken_at, 'organisation',
                 s.by_organisation, 'system', s.by_system) order by s.number) as list
        from onboarding_step s where s.onboarding = o.id
      ) s
      """;
  private static final String ONE = SELECT + "where o.id = $1";
  private static final String LIVE =
      SELECT + "where o.organisation = $1 and o.state in ('OPEN', 'IN_PRODUCTION') order by o.id";
  private static final String KNOWN =
      "select exists (select from organisation where oid = $1) as known";
  private static final String PAGE =
      SELECT + "where o.organisation = $1 and o.id < $2 order by o.id desc limit $3";
  private static final String DUE =
      """
      select onboarding, organisation, kind, due_on, met_at from onboarding_deadline
      where met_at is null and due_on <= $1 and (due_on, onboarding, kind) > ($2, $3, $4)
      """;
  private static final String DUE_ORDER = " order by due_on, onboarding, kind limit $5";
  private static final String DUE_OF = DUE + "and organisation = $6" + DUE_ORDER;
  private static final String DUE_ALL = DUE + DUE_ORDER;

  private final DatabaseClient db;
  private final JsonMapper json;

  OnboardingReadStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** Empty when there is no such onboarding. */
  public Mono<Onboarding> find(UUID id) {
    return db.sql(ONE).bind(0, id).map(this::onboarding).one();
  }

  /** Those that decide an organisation's status and functions. */
  Mono<List<Onboarding>> live(Oid organisation) {
    return db.sql(LIVE).bind(0, organisation.value()).map(this::onboarding).all().collectList();
  }

  /** Whether there is such an organisation. */
  public Mono<Boolean> knows(Oid organisation) {
    return db.sql(KNOWN)
        .bind(0, organisation.value())
        .map(row -> required(row, "known", Boolean.class))
        .one();
  }

  /** Those of an organisation that were started before the given one, newest first. */
  public Mono<List<Onboarding>> before(Oid organisation, UUID id, int rows) {
    return db.sql(PAGE)
        .bind(0, organisation.value())
        .bind(1, id)
        .bind(2, rows)
        .map(this::onboarding)
        .all()
        .collectList();
  }

  /**
   * What isn't met and due on the day or before it.
   *
   * @param organisation whose; null for everybody's
   * @param after the last one seen
   */
  public Mono<List<Due>> due(@Nullable Oid organisation, LocalDate day, Due after, int rows) {
    DatabaseClient.GenericExecuteSpec sql =
        db.sql(organisation == null ? DUE_ALL : DUE_OF)
            .bind(0, day)
            .bind(1, after.deadline().dueOn())
            .bind(2, after.onboarding())
            .bind(3, after.deadline().kind().name())
            .bind(4, rows);
    return (organisation == null ? sql : sql.bind(5, organisation.value()))
        .map(OnboardingReadStore::due)
        .all()
        .collectList();
  }

  private static Due due(Readable row) {
    return new Due(
        required(row, "onboarding", UUID.class),
        new Oid(required(row, "organisation", String.class)),
        new Deadline(
            Deadline.Kind.valueOf(required(row, "kind", String.class)),
            required(row, "due_on", LocalDate.class),
            optional(row, "met_at", Instant.class)));
  }

  private Onboarding onboarding(Readable row) {
    JsonNode steps = json.readTree(required(row, "steps", String.class));
    return new Onboarding(
        required(row, "id", UUID.class),
        new Oid(required(row, "organisation", String.class)),
        Situation.valueOf(required(row, "situation", String.class)),
        Arrays.stream(required(row, "functions", String[].class))
            .map(SystemFunction::valueOf)
            .collect(Collectors.toCollection(TreeSet::new)),
        steps.valueStream().map(this::step).toList());
  }

  private StepTaken step(JsonNode step) {
    JsonNode organisation = step.path("organisation");
    return new StepTaken(
        step.path("number").asInt(),
        json.treeToValue(step.path("order"), StepOrder.class),
        OffsetDateTime.parse(step.path("at").asString()).toInstant(),
        organisation.isNull()
            ? null
            : new StepTaken.By(new Oid(organisation.asString()), step.path("system").asString()));
  }
}
