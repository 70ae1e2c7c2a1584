package fi.lupa.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The PostgreSQL and Kafka that tests run against, one of each per test JVM. System property {@code
 * lupa.backends} says where they come from: {@code embedded} (default: PostgreSQL binaries and an
 * in-JVM KRaft broker) or {@code containers} (Testcontainers; without Docker the tests fail, they
 * are never skipped).
 */
public abstract class Backends {
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** A fresh, empty database. */
  public record Database(String host, int port, String name, String user, String password) {
    public String jdbcUrl() {
      return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }

    public Connection connect() throws SQLException {
      return DriverManager.getConnection(jdbcUrl(), user, password);
    }
  }

  /** Address of a server. */
  public record Server(String host, int port) {}

  private static final class Holder {
    static final Backends CHOSEN = choose(System.getProperty("lupa.backends", "embedded"));
  }

  static Backends choose(String name) {
    return switch (name) {
      case "embedded" -> new EmbeddedBackends();
      case "containers" -> new ContainerBackends();
      default -> throw new IllegalArgumentException("lupa.backends must be embedded or containers");
    };
  }

  abstract Server postgres();

  abstract String kafkaServers();

  abstract TcpProxy kafkaProxy();

  /** Bootstrap servers of the broker. */
  public static String kafka() {
    return Holder.CHOSEN.kafkaServers();
  }

  /**
   * A wire to the same broker that can be cut: clients that bootstrap at its address stay behind
   * it. One per test JVM, so whoever cuts it resumes it.
   */
  public static TcpProxy kafkaBehindProxy() {
    return Holder.CHOSEN.kafkaProxy();
  }

  /**
   * Makes a fresh database whose name begins with the given one. One at a time: PostgreSQL copies a
   * template that nobody else may use meanwhile.
   */
  public static synchronized Database database(String prefix) {
    Server server = Holder.CHOSEN.postgres();
    String name = prefix + "_" + COUNT.incrementAndGet();
    try (Connection admin =
            DriverManager.getConnection(
                "jdbc:postgresql://" + server.host() + ":" + server.port() + "/postgres",
                "postgres",
                "postgres");
        Statement statement = admin.createStatement()) {
      if (!admin
          .createStatement()
          .executeQuery("select from pg_roles where rolname = 'lupa'")
          .next()) {
        statement.execute("create role lupa login password 'lupa'");
      }
      statement.execute("create database " + name + " owner lupa");
    } catch (SQLException e) {
      throw new IllegalStateException("no test database", e);
    }
    return new Database(server.host(), server.port(), name, "lupa", "lupa");
  }
}
