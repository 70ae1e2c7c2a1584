package fi.lupa.local;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.local.home.Home;
import fi.lupa.local.home.Setup;
import fi.lupa.local.kafka.Broker;
import fi.lupa.local.part.Part;
import fi.lupa.local.part.Parts;
import fi.lupa.local.process.Java;
import fi.lupa.local.process.Pid;
import fi.lupa.local.process.PidFiles;
import fi.lupa.local.process.Program;
import fi.lupa.local.process.Signal;
import fi.lupa.local.process.Spawner;
import fi.lupa.local.process.Stopper;
import fi.lupa.local.process.Tool;
import fi.lupa.local.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL and Kafka as the launcher runs them: started, killed, started again. */
class StoresIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Unpacked once for all tests. */
  @TempDir static Path programs;

  @TempDir Path folder;
  private Setup setup;
  private PidFiles pids;

  @BeforeEach
  void create() throws IOException {
    setup = new Setup(folder, new Home(folder.resolve("home")).create(), freePorts());
    pids = PidFiles.of(setup.home());
    Files.createSymbolicLink(folder.resolve("home/programs"), programs);
  }

  @AfterEach
  void endAll() {
    new Stopper(pids).stopAll();
  }

  @Test
  void postgresMakesItsDatabasesAndComesBackAfterAKill() throws Exception {
    Pid first = start("postgres");
    Signal.KILL.send(first);

    Pid second = start("postgres");

    assertThat(second).isNotEqualTo(first);
    assertThat(Files.readString(setup.home().log("postgres"))).contains("automatic recovery");
    assertThat(Files.readString(setup.home().log("postgres-init")))
        .contains("stand-alone backend")
        .doesNotContain("ERROR");
    new Stopper(pids).stopAll();
    assertThat(Files.readString(setup.home().log("postgres"))).contains("fast shutdown");
  }

  @Test
  void postgresIgnoresALockFileThatAnotherProcessNumberIsLeftIn() throws Exception {
    start("postgres");
    new Stopper(pids).stopAll();
    Path lock = setup.home().data("postgres").resolve("postmaster.pid");
    Files.writeString(lock, ProcessHandle.current().pid() + "\n");

    assertThat(start("postgres").isAlive()).isTrue();
  }

  @Test
  void kafkaKeepsItsTopicsOverAKillAndAnotherPort() throws Exception {
    Pid first = start("kafka");
    try (Admin admin = admin()) {
      admin.createTopics(Set.of(new NewTopic("kept", 1, (short) 1))).all().get();
    }
    Signal.KILL.send(first);
    assertThat(Waiting.until(PATIENCE, () -> !first.isAlive())).isTrue();

    setup = new Setup(folder, setup.home(), freePorts());
    start("kafka");

    try (Admin admin = admin()) {
      assertThat(admin.listTopics().names().get()).contains("kept");
    }
  }

  @Test
  void kafkaOnTrialEndsByItselfAndTouchesNoData() throws Exception {
    List<String> command =
        Java.command(
            "256m",
            List.of(
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Broker.class.getName(),
                Integer.toString(setup.port() + 13)));
    Path log = folder.resolve("log");

    assertThat(Tool.run(new Program(command, Map.of()), log.toFile())).as(() -> said(log)).isTrue();

    assertThat(folder.toFile().list((in, name) -> name.startsWith("lupa-kafka"))).isEmpty();
    assertThat(setup.home().data("kafka")).doesNotExist();
  }

  private static String said(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", "localhost:" + (setup.port() + 7)));
  }

  private Pid start(String name) {
    Part part = new Parts(setup).named(name);
    Pid pid = new Spawner(setup.home()).spawn(name, part.prepare());
    assertThat(Waiting.until(PATIENCE, () -> part.isReady(pid) || !pid.isAlive())).isTrue();
    assertThat(pid.isAlive()).as("see %s", setup.home().log(name)).isTrue();
    return pid;
  }

  private static int freePorts() {
    return new Random()
        .ints(20_000, 30_000)
        .filter(
            base -> IntStream.rangeClosed(base, base + Setup.LAST_OFFSET).allMatch(StoresIT::free))
        .findFirst()
        .orElseThrow();
  }

  private static boolean free(int port) {
    try (var socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
