package fi.lupa.acceptance.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** The one system that all tests of this JVM share, started on first use with empty data. */
public final class Lupa {
  private static final Duration START = Duration.ofMinutes(4);
  private static final Duration SHORT = Duration.ofMinutes(3);

  private final Cli cli;

  private Lupa(Cli cli) {
    this.cli = cli;
  }

  /** Started once; a start that failed is not tried again. */
  private static final class Holder {
    static final Lupa RUNNING = begin();
  }

  /** The running system. */
  public static Lupa shared() {
    return Holder.RUNNING;
  }

  private static Lupa begin() {
    var cli = new Cli(Place.named("lupa"));
    cli.run(SHORT, "down"); // what a test run that was cut off may have left in this home
    deleteLogs(cli.place());
    Guard.over(cli);
    Cli.Ended up = cli.run(START, "up", "--fresh", "--detach", "--no-build", "--no-train").orFail();
    System.out.printf(
        "Lupa is up after %.1f s at %s%n", up.time().toMillis() / 1000.0, cli.place());
    return new Lupa(cli);
  }

  /** PrivacyIT reads all log files: those of earlier runs speak of other secrets. */
  private static void deleteLogs(Place place) {
    try {
      Path logs = Files.createDirectories(place.home().resolve("logs"));
      for (Path log : Files.list(logs).toList()) {
        Files.delete(log);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commands about this system. */
  public Cli cli() {
    return cli;
  }

  /** Address of a part. */
  public String url(Part part) {
    return "http://localhost:" + (cli.place().port() + part.offset());
  }

  /** Ends a part politely. */
  public void stop(Part part) {
    cli.run(SHORT, "stop", part.label()).orFail();
  }

  /** Ends a part with kill -9. */
  public void kill(Part part) {
    cli.run(SHORT, "stop", part.label(), "--kill").orFail();
  }

  /** Starts a part and waits until it is ready. */
  public void start(Part part) {
    cli.run(SHORT, "start", part.label()).orFail();
  }

  /** Starts a part unless it runs. */
  public void ensure(Part part) {
    if (!Files.exists(cli.place().home().resolve("run").resolve(part.label() + ".pid"))) {
      start(part);
    }
  }

  /** One of its folders: logs, kafka, postgres, run. */
  public Path folder(String name) {
    return cli.place().home().resolve(name);
  }

  /** A part's process id. */
  public long pid(Part part) {
    try {
      String text = Files.readString(folder("run").resolve(part.label() + ".pid"));
      return Long.parseLong(text.trim().split(" ")[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A look into the database of a service: authorization, consent, disclosure or audit. */
  public Connection database(String service) throws SQLException {
    String address =
        "jdbc:postgresql://localhost:%d/lupa_%s"
            .formatted(cli.place().port() + Part.POSTGRES.offset(), service);
    return DriverManager.getConnection(address, "lupa", "lupa");
  }
}
