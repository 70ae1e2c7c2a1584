package fi.lupa.local.postgres;

import fi.lupa.local.home.Setup;
import fi.lupa.local.http.Health;
import fi.lupa.local.part.Part;
import fi.lupa.local.process.Pid;
import fi.lupa.local.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** PostgreSQL, its server process itself and nothing around it. */
public final class PostgresPart implements Part {

  /** Its port's offset from the port base. */
  public static final int OFFSET = 6;

  /** Line of {@code postmaster.pid} in which the server tells its state. */
  private static final int STATUS_LINE = 7;

  private final Setup setup;

  /** That of a setup. */
  public PostgresPart(Setup setup) {
    this.setup = setup;
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public List<Integer> ports() {
    return List.of(setup.port() + OFFSET);
  }

  @Override
  public Program prepare() {
    Path programs = PostgresPrograms.in(setup.home().programs());
    var user = ServerUser.find();
    var cluster = new Cluster(data(), programs, user, setup.home().log("postgres-init"));
    cluster.createIfAbsent();
    cluster.awaitEndOfLastServer();
    return new Program(
        user.command(ServerCommand.of(programs, data(), ports().getFirst())), Map.of());
  }

  @Override
  public boolean isReady(Pid pid) {
    try {
      List<String> lines = Files.readAllLines(data().resolve("postmaster.pid"));
      return lines.size() > STATUS_LINE
          && lines.getFirst().trim().equals(Long.toString(pid.number()))
          && lines.get(STATUS_LINE).trim().equals("ready")
          && Health.listens(ports().getFirst());
    } catch (IOException notYet) {
      return false;
    }
  }

  private Path data() {
    return setup.home().data("postgres");
  }
}
