package fi.lupa.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fi.lupa.testkit.Backends;
import fi.lupa.testkit.TcpProxy;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The trap, and that {@link Transactions} keeps out of it: a caller who goes away while {@code
 * BEGIN} is on its way leaves a connection in the pool that is inside a transaction nobody will
 * commit. The proxy holds the database's replies, so the caller goes at exactly that moment.
 */
class TransactionsIT {
  private static Backends.Database database;

  private TcpProxy proxy;
  private ConnectionPool pool;
  private DatabaseClient db;
  private R2dbcTransactionManager manager;
  private Transactions transactions;

  /** Which reply is still on its way when the caller goes. */
  enum Moment {
    BEGIN,
    STATEMENT,
    COMMIT
  }

  @BeforeAll
  static void makeTable() throws SQLException {
    database = Backends.database("transactions");
    execute("create table entry (id int, text text)");
  }

  @BeforeEach
  void open() throws SQLException {
    execute("delete from entry");
    proxy = TcpProxy.to(database.host(), database.port());
    use(1);
  }

  @AfterEach
  void close() {
    pool.disposeLater().block(Duration.ofSeconds(5));
    proxy.close();
    await().until(() -> connectionsIn("idle in transaction") == 0);
  }

  private void use(int connections) {
    pool =
        new ConnectionPool(
            ConnectionPoolConfiguration.builder(
                    new PostgresqlConnectionFactory(
                        PostgresqlConnectionConfiguration.builder()
                            .host("localhost")
                            .port(proxy.port())
                            .database(database.name())
                            .username(database.user())
                            .password(database.password())
                            .build()))
                .initialSize(connections)
                .maxSize(connections)
                .maxAcquireTime(Duration.ofSeconds(60))
                .build());
    pool.warmup().block();
    db = DatabaseClient.create(pool);
    manager = new R2dbcTransactionManager(pool);
    transactions = new Transactions(manager);
  }

  @Test
  void withoutTheShieldALaterWriteReportsSuccessAndIsLost() throws SQLException {
    TransactionalOperator unshielded = TransactionalOperator.create(manager);

    goAwayAt(Moment.BEGIN, work(Moment.BEGIN).as(unshielded::transactional));

    assertThat(insert(2)).as("rows the later write says it wrote").isEqualTo(1);
    assertThat(rows(2)).as("rows others see of it").isZero();
    assertThat(connectionsIn("idle in transaction")).isEqualTo(1);
    assertThat(acquired()).as("the pool sees nothing wrong").isZero();
  }

  @ParameterizedTest
  @EnumSource
  void withTheShieldNothingIsLost(Moment moment) throws SQLException {
    goAwayAt(moment, transactions.run(work(moment)));

    await().untilAsserted(() -> assertThat(rows(1)).isEqualTo(1));
    assertThat(insert(2)).isEqualTo(1);
    assertThat(rows(2)).isEqualTo(1);
    await().untilAsserted(() -> assertThat(acquired()).isZero());
    assertThat(connectionsIn("idle in transaction")).isZero();
  }

  @Test
  void aStormOfCallersGoingAwayLeavesNothingBehind() throws SQLException {
    pool.dispose();
    use(16);
    Long gone =
        Flux.range(0, 2000)
            .flatMap(
                i ->
                    transactions
                        .run(insertLater(1).then(insertLater(1)))
                        .timeout(Duration.ofMillis(ThreadLocalRandom.current().nextInt(20)))
                        .thenReturn(0L)
                        .onErrorReturn(TimeoutException.class, 1L),
                64)
            .reduce(0L, Long::sum)
            .block(Duration.ofSeconds(60));

    assertThat(gone).as("callers that went away").isGreaterThan(100);
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> assertThat(acquired()).as("what they left goes on").isZero());
    assertThat(rows(1)).as("all or nothing, and all").isEqualTo(4000);
    assertThat(connectionsIn("idle in transaction")).isZero();
    Flux.range(0, 200).flatMap(i -> insertLater(2), 16).blockLast();
    assertThat(rows(2)).isEqualTo(200);
  }

  @Test
  void aCallerWaitsOnlySoLongAndTheWorkGoesOn() throws SQLException {
    Transactions impatient = new Transactions(manager, Duration.ofMillis(300));
    assertThatThrownBy(() -> impatient.run(work(Moment.STATEMENT)).block())
        .hasCauseInstanceOf(TimeoutException.class);
    proxy.resume();
    await().untilAsserted(() -> assertThat(rows(1)).isEqualTo(1));
    assertThat(insert(2)).isEqualTo(1);
    assertThat(rows(2)).isEqualTo(1);
  }

  @Test
  void anErrorRollsBackAndReachesTheCallerAsItIs() throws SQLException {
    RuntimeException refused = new IllegalArgumentException("refused");
    assertThatThrownBy(() -> transactions.run(insertLater(1).then(Mono.error(refused))).block())
        .isSameAs(refused);
    assertThat(rows(1)).isZero();
    assertThat(connectionsIn("idle in transaction")).isZero();
  }

  @Test
  void anEmptyResultCommits() throws SQLException {
    assertThat(transactions.run(insertLater(1).then(Mono.empty())).block()).isNull();
    assertThat(rows(1)).isEqualTo(1);
  }

  @Test
  void anErrorWhoseCallerHasGoneIsNotLoggedWithItsMessage() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    log.start();
    root.addAppender(log);
    try {
      goAwayAt(
          Moment.STATEMENT,
          transactions.run(
              work(Moment.STATEMENT)
                  .then(Mono.error(new IllegalStateException("131052-308T was here")))));
      await().untilAsserted(() -> assertThat(acquired()).isZero());
    } finally {
      root.detachAppender(log);
    }
    assertThat(log.list)
        .noneMatch(event -> event.getFormattedMessage().contains("131052"))
        .noneMatch(event ->
            event.getThrowableProxy() != null
                && String.valueOf(event.getThrowableProxy().getMessage()).contains("131052"));
  }

  @Test
  void whoCallsAndWhatIsObservedReachTheWork() {
    Observation observation = Observation.createNotStarted("request", ObservationRegistry.create());
    Object[] seen =
        transactions
            .run(
                Mono.deferContextual(context ->
                    ReactiveSecurityContextHolder.getContext()
                        .map(security -> String.valueOf(security.getAuthentication().getName()))
                        .map(name ->
                            new Object[] {name, context.get(ObservationThreadLocalAccessor.KEY)})))
            .contextWrite(context -> context.put(ObservationThreadLocalAccessor.KEY, observation))
            .contextWrite(
                ReactiveSecurityContextHolder.withAuthentication(
                    new TestingAuthenticationToken("caller", "")))
            .block();
    assertThat(seen).containsExactly("caller", observation);
  }

  @Test
  void runReadsWhatOthersCommitMeanwhileAndSnapshotDoesNot() {
    assertThat(transactions.run(twoReadsWithAWriteBetween()).block()).isEqualTo(1);
    assertThat(transactions.snapshot(twoReadsWithAWriteBetween()).block()).isZero();
  }

  @Test
  void aRunInsideARunIsTheSameTransaction() throws SQLException {
    Mono<Long> both =
        transactions.run(insertLater(1).then(transactions.run(insertLater(1))).then(fail()));
    assertThatThrownBy(both::block).isInstanceOf(IllegalStateException.class);
    assertThat(rows(1)).isZero();
  }

  private static Mono<Long> fail() {
    return Mono.error(new IllegalStateException("refused"));
  }

  private Mono<Long> twoReadsWithAWriteBetween() {
    Mono<Long> count =
        db.sql("select count(*) from entry").map(row -> row.get(0, Long.class)).one();
    return count.flatMap(before ->
        Mono.fromCallable(() -> execute("insert into entry values (3, 'meanwhile')"))
            .then(count)
            .map(after -> after - before));
  }

  private Mono<Long> work(Moment moment) {
    return switch (moment) {
      case BEGIN -> insertLater(1);
      case STATEMENT -> Mono.<Long>fromRunnable(proxy::pauseReplies).then(insertLater(1));
      case COMMIT -> insertLater(1).doOnNext(rows -> proxy.pauseReplies());
    };
  }

  private void goAwayAt(Moment moment, Mono<Long> work) {
    if (moment == Moment.BEGIN) {
      proxy.pauseReplies();
    }
    Disposable caller = work.subscribe(rows -> {}, error -> {});
    String sign = moment == Moment.COMMIT ? "COMMIT%" : moment == Moment.BEGIN ? "BEGIN%" : "ins%";
    await().until(() -> lastQueryIs(sign));
    caller.dispose();
    proxy.resume();
  }

  private Mono<Long> insertLater(int id) {
    return db.sql("insert into entry values ($1, 'x')").bind(0, id).fetch().rowsUpdated();
  }

  private long insert(int id) {
    return insertLater(id).block(Duration.ofSeconds(10));
  }

  private int acquired() {
    return pool.getMetrics().orElseThrow().acquiredSize();
  }

  private static long rows(int id) throws SQLException {
    return number("select count(*) from entry where id = " + id);
  }

  private static long connectionsIn(String state) throws SQLException {
    return number("select count(*)" + SESSIONS + " and state = '" + state + "'");
  }

  private static boolean lastQueryIs(String pattern) throws SQLException {
    return number("select count(*)" + SESSIONS + " and query ilike '" + pattern + "'") > 0;
  }

  private static final String SESSIONS =
      " from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";

  private static long number(String sql) throws SQLException {
    try (Connection connection = database.connect();
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static boolean execute(String sql) throws SQLException {
    try (Connection connection = database.connect()) {
      return connection.createStatement().execute(sql);
    }
  }
}
