package fi.lupa.platform.sql.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fi.lupa.platform.problem.ProblemHandler;
import fi.lupa.platform.sql.AfterCommit;
import fi.lupa.platform.sql.Rows;
import fi.lupa.testkit.Backends;
import fi.lupa.testkit.TcpProxy;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stores' statements in direct transactions, against PostgreSQL. */
class DirectIT {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static Backends.Database database;

  private TcpProxy proxy;
  private HikariDataSource pool;
  private DatabaseClient db;
  private DirectTransactions transactions;

  @BeforeAll
  static void makeTable() throws SQLException {
    database = Backends.database("direct");
    execute("create table entry (id int primary key, text text not null)");
  }

  @BeforeEach
  void open() throws SQLException {
    execute("delete from entry");
    proxy = TcpProxy.to(database.host(), database.port());
    HikariConfig config =
        DirectConfiguration.pool(
            "jdbc:postgresql://localhost:" + proxy.port() + "/" + database.name(),
            database.user(),
            database.password(),
            new DirectSettings(2, 0, PATIENCE));
    pool = new HikariDataSource(config);
    transactions = new DirectTransactions(pool, PATIENCE);
    db =
        new DirectClient(
            DatabaseClient.create(
                new PostgresqlConnectionFactory(
                    PostgresqlConnectionConfiguration.builder()
                        .host("localhost")
                        .port(proxy.port())
                        .database(database.name())
                        .username(database.user())
                        .password(database.password())
                        .build())));
  }

  @AfterEach
  void close() {
    transactions.close();
    proxy.close();
  }

  @Test
  void valuesGoThereAndBackAsOverR2dbc() {
    UUID id = UUID.randomUUID();
    Instant now = Instant.parse("2026-11-22T10:11:12.345678Z");
    Mono<List<Object>> all =
        db.sql(
                """
                select $1::uuid as id, $2::text as text, $3::int as whole, $4::bigint as big,
                  $5::boolean as yes, $6::timestamptz as time, $7::date as day, $8::bytea as bytes,
                  $9::text[] as texts, $10::uuid[] as ids, $11::int[] as wholes
                """)
            .bind(0, id)
            .bind(1, "it's a ? and a $1")
            .bind(2, 7)
            .bind(3, 1L << 40)
            .bind(4, true)
            .bind(5, OffsetDateTime.parse("2026-11-22T12:11:12.345678+02:00"))
            .bind(6, LocalDate.parse("2026-11-22"))
            .bind(7, new byte[] {1, 2})
            .bind(8, new String[] {"a", "b,\"c\""})
            .bind(9, new UUID[] {id})
            .bind(10, new Integer[] {1, 2})
            .map(row ->
                List.<Object>of(
                    Rows.required(row, "id", UUID.class),
                    Rows.required(row, "text", String.class),
                    Rows.required(row, "whole", Integer.class),
                    Rows.required(row, "big", Long.class),
                    Rows.required(row, "yes", Boolean.class),
                    Rows.required(row, "time", Instant.class),
                    Rows.required(row, "day", LocalDate.class),
                    Arrays.toString(Rows.required(row, "bytes", byte[].class)),
                    Arrays.toString(Rows.required(row, "texts", String[].class)),
                    Arrays.toString(Rows.required(row, "ids", UUID[].class))))
            .one();

    List<Object> direct = transactions.snapshot(all).block();

    assertThat(direct)
        .containsExactly(
            id,
            "it's a ? and a $1",
            7,
            1L << 40,
            true,
            now,
            LocalDate.parse("2026-11-22"),
            "[1, 2]",
            "[a, b,\"c\"]",
            "[" + id + "]")
        .isEqualTo(all.block());
  }

  @Test
  void nothingIsAValueOfEveryType() {
    Mono<Boolean> nothing =
        db.sql(
                """
                select $1::text is null and $2::timestamptz is null and $3::int is null
                  and $4::boolean is null and ($2 is null or now() < $2)
                """)
            .bind(0, Rows.nullable(String.class, null))
            .bind(1, Rows.nullable(OffsetDateTime.class, null))
            .bindNull(2, Integer.class)
            .bind(3, Rows.nullable(Boolean.class, null))
            .map(row -> row.get(0, Boolean.class))
            .one();
    assertThat(transactions.snapshot(nothing).block()).isTrue();
    assertThat(transactions.snapshot(nothing).block()).as("with its plan kept").isTrue();
    assertThat(
            transactions
                .snapshot(
                    db.sql("select null::text, null::timestamptz, null::int, null::text[]")
                        .map(row ->
                            row.get(0, String.class) == null
                                && row.get(1, Instant.class) == null
                                && row.get(2, Integer.class) == null
                                && row.get(3, String[].class) == null)
                        .one())
                .block())
        .isTrue();
  }

  @Test
  void whatIsWrittenIsThereTogether() throws SQLException {
    AtomicInteger told = new AtomicInteger();
    transactions
        .snapshot(
            AfterCommit.run(told::incrementAndGet)
                .then(insert(1, "a"))
                .then(insert(2, "b"))
                .then(count())
                .doOnNext(seen -> assertThat(seen).as("its own writes").isEqualTo(2))
                .then(insert(3, "c"))
                .then(Mono.fromRunnable(() -> assertThat(told).hasValue(0))))
        .block();
    assertThat(rows()).isEqualTo(3);
    assertThat(told).hasValue(1);
  }

  @Test
  void whoWaitsForTheCommitHasBegunBefore() throws SQLException {
    execute("create table if not exists begun (act timestamptz, transaction timestamptz)");
    transactions
        .snapshot(
            AfterCommit.run(() -> {})
                .then(
                    Mono.defer(() ->
                        db.sql("insert into begun values ($1, now())")
                            .bind(0, Instant.now())
                            .then())))
        .block();
    assertThat(number("select count(*) from begun where transaction <= act")).isEqualTo(1);
  }

  @Test
  void anErrorLeavesNothing() throws SQLException {
    AtomicInteger told = new AtomicInteger();
    RuntimeException refused = new IllegalArgumentException("refused");
    assertThatThrownBy(() ->
            transactions
                .snapshot(
                    AfterCommit.run(told::incrementAndGet)
                        .then(insert(1, "a"))
                        .then(count())
                        .then(insert(2, "b"))
                        .then(Mono.error(refused)))
                .block())
        .isSameAs(refused);
    assertThat(rows()).isZero();
    assertThat(told).hasValue(0);
    assertThat(open("idle in transaction")).isZero();
  }

  @Test
  void aWriteThatFailsBesidesTheCommitLeavesNothingAndIsTold() throws SQLException {
    AtomicInteger told = new AtomicInteger();
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() ->
              transactions
                  .snapshot(
                      AfterCommit.run(told::incrementAndGet)
                          .then(insert(1, "a"))
                          .then(insert(1, "again"))
                          .thenReturn("answer"))
                  .block())
          .isInstanceOf(DataIntegrityViolationException.class);
    }
    assertThat(rows()).isZero();
    assertThat(told).hasValue(0);
    transactions.snapshot(insert(1, "a")).block();
    assertThat(rows()).as("the connections are as good as before").isEqualTo(1);
  }

  @Test
  void allReadsSeeOneMoment() {
    Long difference =
        transactions
            .snapshot(
                count()
                    .flatMap(before ->
                        Mono.fromCallable(() -> execute("insert into entry values (9, 'else')"))
                            .then(count())
                            .map(after -> after - before)))
            .block();
    assertThat(difference).isZero();
  }

  @Test
  void eachReadSeesWhatWasCommittedWhenThatIsWanted() {
    Long difference =
        transactions
            .run(
                count()
                    .flatMap(before ->
                        Mono.fromCallable(() -> execute("insert into entry values (9, 'else')"))
                            .then(count())
                            .map(after -> after - before)))
            .block();
    assertThat(difference).isOne();
    assertThat(isolation(transactions::run)).isEqualTo("read committed");
    assertThat(isolation(transactions::snapshot))
        .as("the next one on the same connection")
        .isEqualTo("repeatable read");
  }

  @Test
  void whatIsReadComesAfterAllThatWasWrittenWhateverThatGivesBack() {
    Mono<Void> select = db.sql("select generate_series(1, 3), $1::text").bind(0, "x").then();
    Mono<Long> changed = db.sql("update entry set text = $1").bind(0, "c").fetch().rowsUpdated();

    assertThat(
            transactions
                .run(
                    insert(1, "a")
                        .then(select)
                        .then(insert(2, "b"))
                        .then(count())
                        .flatMap(seen -> select.then(changed).map(rows -> List.of(seen, rows))))
                .block())
        .containsExactly(2L, 2L);
  }

  private String isolation(UnaryOperator<Mono<String>> transaction) {
    return transaction
        .apply(
            db.sql("select current_setting('transaction_isolation')")
                .map(row -> row.get(0, String.class))
                .one())
        .block();
  }

  @Test
  void outsideItIsR2dbcAsEver() throws SQLException {
    insert(1, "a").block();
    assertThat(db.sql("select text from entry").fetch().all().collectList().block())
        .containsExactly(Map.of("text", "a"));
    assertThat(db.sql("update entry set text = $1").bind(0, "b").fetch().rowsUpdated().block())
        .isEqualTo(1);
    assertThat(
            db.sql("select text from entry")
                .map(row -> row.get("text", String.class))
                .all()
                .collectList()
                .block())
        .containsExactly("b");
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void oneIsAtMostOneAndNoneIsEmpty() {
    Mono<Integer> some =
        db.sql("select * from generate_series(1, $1)")
            .bind(0, 2)
            .map(row -> row.get(0, Integer.class))
            .one();
    Mono<Integer> none = db.sql("select 1 where false").map(row -> row.get(0, Integer.class)).one();
    assertThatThrownBy(() -> transactions.snapshot(some).block())
        .isInstanceOf(IncorrectResultSizeDataAccessException.class);
    assertThat(transactions.snapshot(none).block()).isNull();
    assertThatThrownBy(
            () -> transactions.snapshot(db.sql("select $1::int").map(r -> 1).one()).block())
        .hasMessageContaining("value 1 isn't bound");
  }

  @Test
  void whoComesWhenAllAreBusyHearsSoAndNothingIsDoneForThem() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    Mono<Void> slow =
        count()
            .then(
                Mono.fromCallable(() -> {
                  go.await();
                  return 1;
                }))
            .then();
    var busy = Flux.range(0, 2).flatMap(i -> transactions.snapshot(slow)).then().toFuture();
    await().until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 2);
    var late = transactions.snapshot(insert(1, "late")).toFuture();
    await().pollDelay(PATIENCE.plusMillis(100)).until(() -> true);
    go.countDown();
    busy.get();
    assertThatThrownBy(late::join)
        .cause()
        .matches(ProblemHandler::isAway, "says that the same may succeed later");
    assertThat(rows()).isZero();
  }

  @Test
  void aCallerWhoGoesDoesNotBreakWhatHasBegun() {
    var gone =
        transactions
            .snapshot(
                Mono.<Void>fromRunnable(proxy::pauseReplies).then(count()).then(insert(1, "a")))
            .subscribe();
    await().until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 1);
    gone.dispose();
    proxy.resume();
    await().untilAsserted(() -> assertThat(rows()).isEqualTo(1));
    await().until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
  }

  @Test
  void aDatabaseThatGoesAwayIsToldAndForgottenWhenItIsBack() {
    transactions.snapshot(insert(1, "a")).block();
    proxy.refuse();
    assertThatThrownBy(() -> transactions.snapshot(insert(2, "b").then(count())).block())
        .isInstanceOf(DataAccessException.class)
        .matches(ProblemHandler::isAway);
    proxy.resume();
    await()
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(transactions.snapshot(count()).block()).isEqualTo(1));
  }

  private Mono<Void> insert(int id, String text) {
    return db.sql("insert into entry values ($1, $2)").bind(0, id).bind(1, text).then();
  }

  private Mono<Long> count() {
    return db.sql("select count(*) from entry").map(row -> row.get(0, Long.class)).one();
  }

  private static long rows() throws SQLException {
    return number("select count(*) from entry");
  }

  private static long open(String state) throws SQLException {
    return number(
        "select count(*) from pg_stat_activity where datname = current_database() and state = '"
            + state
            + "'");
  }

  private static long number(String query) throws SQLException {
    try (Connection connection = database.connect();
        ResultSet result = connection.createStatement().executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static int execute(String statement) throws SQLException {
    try (Connection connection = database.connect()) {
      return connection.createStatement().executeUpdate(statement);
    }
  }
}
