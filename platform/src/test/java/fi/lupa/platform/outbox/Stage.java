package fi.lupa.platform.outbox;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.event.InformingRecorded;
import fi.lupa.platform.Ids;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.testkit.Backends;
import fi.lupa.testkit.TcpProxy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.flywaydb.core.Flyway;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A database with an outbox, a topic of its own, and as many relays as a test wants. */
final class Stage implements AutoCloseable {
  static final String SOURCE = "/platform-test";
  static final int PARTITIONS = 6;

  /** All times short; the producer's delivery timeout stays under three fifths of the lease. */
  static final Pace PACE =
      new Pace(
          Duration.ofMillis(50),
          Duration.ofMillis(20),
          Duration.ofMillis(1500),
          Duration.ofMillis(200),
          Duration.ofMillis(400),
          Duration.ofMillis(100),
          Duration.ofSeconds(1));

  final Backends.Database database = Backends.database("outbox");
  final String topic = "outbox-" + UUID.randomUUID();
  final OutboxSettings settings = new OutboxSettings(topic, SOURCE, false, PARTITIONS);
  final JsonMapper json = JsonMapper.builder().build();
  final Ids ids = new Ids();
  final ConnectionPool pool = pool(database.port());
  final DatabaseClient db = DatabaseClient.create(pool);
  final Transactions transactions = new Transactions(new R2dbcTransactionManager(pool));
  private final List<AutoCloseable> opened = new ArrayList<>();

  Stage() throws Exception {
    Flyway.configure()
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations("classpath:db/platform")
        .load()
        .migrate();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", Backends.kafka()))) {
      admin
          .createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
          .all()
          .get(20, TimeUnit.SECONDS);
    }
  }

  private ConnectionPool pool(int port) {
    return new ConnectionPool(
        ConnectionPoolConfiguration.builder(
                new PostgresqlConnectionFactory(
                    PostgresqlConnectionConfiguration.builder()
                        .host("localhost")
                        .port(port)
                        .database(database.name())
                        .username(database.user())
                        .password(database.password())
                        .build()))
            .initialSize(1)
            .maxSize(16)
            .maxAcquireTime(Duration.ofSeconds(5))
            .build());
  }

  /** A wire to the database that a test may cut. */
  TcpProxy databaseProxy() {
    return opened(TcpProxy.to(database.host(), database.port()));
  }

  OutboxStore storeBehind(TcpProxy proxy) {
    ConnectionPool own = pool(proxy.port());
    opened.add(own::dispose);
    return new OutboxStore(DatabaseClient.create(own));
  }

  OutboxStore store() {
    return new OutboxStore(db);
  }

  Relay relay() {
    return relay(store(), producers(Backends.kafka()));
  }

  /** A relay, not started. */
  Relay relay(OutboxStore store, Supplier<Producer<String, byte[]>> producers) {
    Relay relay = new Relay(store, producers, settings, PACE, json, new SimpleMeterRegistry());
    opened.add(relay::stop);
    return relay;
  }

  static Supplier<Producer<String, byte[]>> producers(String servers) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers", servers,
            "acks", "all",
            "enable.idempotence", true,
            "linger.ms", 1,
            "max.block.ms", 500,
            "request.timeout.ms", 400,
            "delivery.timeout.ms", 800,
            "reconnect.backoff.max.ms", 200);
    return () -> new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  Outbox outbox(Runnable kick) {
    return new Outbox(db, json, ids, Clock.systemUTC(), settings, kick);
  }

  Mono<Envelope> append(Outbox outbox, String key, long version) {
    return Mono.defer(() -> outbox.append(event(version), key));
  }

  /** Commits one event. */
  Envelope write(Outbox outbox, String key, long version) {
    return transactions.run(append(outbox, key, version)).block(Duration.ofSeconds(10));
  }

  InformingRecorded event(long version) {
    return new InformingRecorded(
        ids.next(),
        version,
        new ClientRef(UUID.randomUUID()),
        "2026-1",
        "fi",
        Channel.PROVIDER,
        null,
        Clock.systemUTC().instant(),
        null);
  }

  Reader reader() {
    return opened(new Reader(topic));
  }

  long waiting() throws SQLException {
    return number("select count(*) from outbox");
  }

  long leases() throws SQLException {
    return number("select count(*) from outbox_lease");
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.connect();
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private <T extends AutoCloseable> T opened(T resource) {
    opened.add(resource);
    return resource;
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable resource : opened.reversed()) {
      resource.close();
    }
    pool.dispose();
  }
}
