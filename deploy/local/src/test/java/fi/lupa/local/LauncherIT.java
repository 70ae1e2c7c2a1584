package fi.lupa.local;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.local.home.Home;
import fi.lupa.local.process.Java;
import fi.lupa.local.process.Pid;
import fi.lupa.local.process.PidFiles;
import fi.lupa.local.process.Signal;
import fi.lupa.local.process.Stopper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher as its user meets it: a program with exit codes. PostgreSQL stands for all parts.
 */
class LauncherIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String[] UP = {"up", "--only", "postgres"};

  /** Unpacked once for all tests. */
  @TempDir static Path programs;

  @TempDir Path folder;
  private final int port = freePorts();
  private PidFiles pids;
  private Path output;

  @BeforeEach
  void create() throws IOException {
    pids = PidFiles.of(new Home(folder.resolve("home")).create());
    Files.createSymbolicLink(folder.resolve("home/programs"), programs);
    output = Files.createFile(folder.resolve("output"));
  }

  @AfterEach
  void endAll() {
    new Stopper(pids).stopAll();
  }

  @Test
  void detachesAndIsEndedByDown() throws Exception {
    assertThat(lupa("up", "--only", "postgres", "--detach")).isZero();
    Pid postgres = postgres();

    assertThat(lupa("up", "--only", "postgres")).isEqualTo(6);
    assertThat(postgres.isAlive()).isTrue();
    assertThat(lupa("start", "postgres")).isEqualTo(6);
    assertThat(lupa("status")).isEqualTo(11);
    assertThat(lupa("down")).isZero();
    assertThat(postgres.isAlive()).isFalse();
    assertThat(lupa("down")).isZero();
    assertThat(said()).contains("already running detached", "ready", "Nothing of Lupa was running");
  }

  @Test
  void stopsAndStartsOnePartWithoutDisturbingTheWatcher() throws Exception {
    Process up = launch(UP);
    awaitReady();
    Pid first = postgres();

    assertThat(lupa("stop", "postgres", "--kill")).isZero();
    assertThat(lupa("start", "postgres")).isZero();

    assertThat(postgres()).isNotEqualTo(first);
    assertThat(up.isAlive()).as(said()).isTrue();
    assertThat(lupa("down")).isZero();
    assertThat(up.waitFor(PATIENCE)).isTrue();
    assertThat(said()).doesNotContain("unexpectedly");
  }

  @Test
  void endsWhenAPartDies() throws Exception {
    Process up = launch(UP);
    awaitReady();

    Signal.KILL.send(postgres());

    assertThat(up.waitFor(PATIENCE)).isTrue();
    assertThat(up.exitValue()).isEqualTo(9);
    assertThat(said()).contains("postgres ended unexpectedly, see its log: " + folder);
  }

  @Test
  void onlyReportsADeathWhenToldToKeepGoing() throws Exception {
    Process up = launch("up", "--only", "postgres", "--keep-going");
    awaitReady();

    Signal.KILL.send(postgres());

    Awaitility.await().atMost(PATIENCE).until(() -> said().contains("ended unexpectedly"));
    assertThat(lupa("start", "postgres")).isZero();
    assertThat(up.isAlive()).isTrue();
    up.destroy();
    assertThat(up.waitFor(PATIENCE)).isTrue();
    assertThat(pids.all()).isEmpty();
  }

  @Test
  void endsWhatAKilledLauncherLeft() throws Exception {
    Process up = launch(UP);
    awaitReady();
    Pid left = postgres();
    up.destroyForcibly().waitFor();
    assertThat(left.isAlive()).isTrue();

    assertThat(lupa("up", "--only", "postgres", "--detach")).isZero();

    assertThat(left.isAlive()).isFalse();
    assertThat(said()).contains("Ended 1 process that an earlier run left.");
  }

  @Test
  void saysWhichPortIsTakenAndLeavesNothing() throws Exception {
    try (var taken = new ServerSocket(port + 6, 1, InetAddress.getLoopbackAddress())) {
      assertThat(taken.isBound()).isTrue();
      assertThat(lupa(UP)).isEqualTo(5);
    }
    assertThat(said()).contains("Port " + (port + 6) + ", which postgres needs");
    assertThat(pids.all()).isEmpty();
  }

  @Test
  void saysWhichPartDiedAtItsStart() throws Exception {
    Files.createDirectories(folder.resolve("home/postgres"));

    assertThat(lupa(UP)).isEqualTo(7);

    assertThat(said()).contains("postgres ended before it was ready, see its log: " + folder);
    assertThat(pids.all()).isEmpty();
  }

  @Test
  void refusesWhatItDoesNotKnow() throws Exception {
    assertThat(lupa("upp")).isEqualTo(2);
    assertThat(lupa("stop", "gatewy")).isEqualTo(2);
    assertThat(lupa("token", "nobody")).isEqualTo(2);
    assertThat(lupa("logs", "a", "b")).isEqualTo(2);
    assertThat(lupa("demo")).isEqualTo(11);
    assertThat(lupa("train")).isEqualTo(11);
    assertThat(lupa("token", "operator")).isEqualTo(11);
    assertThat(lupa("help")).isZero();
  }

  private Pid postgres() {
    return pids.running("postgres").orElseThrow();
  }

  private void awaitReady() {
    Awaitility.await().atMost(PATIENCE).until(() -> said().contains("Lupa is ready after"));
  }

  private String said() throws IOException {
    return Files.readString(output);
  }

  private int lupa(String... args) throws Exception {
    Process process = launch(args);
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private Process launch(String... args) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Java.program(),
                "-XX:TieredStopAtLevel=1",
                "-Dlupa.root=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(args));
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().put("LUPA_HOME", folder.resolve("home").toString());
    builder.environment().put("LUPA_PORT", Integer.toString(port));
    return builder.start();
  }

  private static int freePorts() {
    return new Random()
        .ints(20_000, 30_000)
        .filter(base -> IntStream.rangeClosed(base, base + 9).allMatch(LauncherIT::free))
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
