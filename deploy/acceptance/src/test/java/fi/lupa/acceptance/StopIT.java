package fi.lupa.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.acceptance.system.Cli;
import fi.lupa.acceptance.system.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** How {@code ./lupa up} ends, in a home of its own. */
@Order(910)
class StopIT {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration QUICK = Duration.ofSeconds(15);

  private final Place place = Place.named("lupa-stop");
  private final Cli cli = new Cli(place);

  @AfterEach
  void nothingStays() {
    cli.run(START, "down");
  }

  @Test
  void interruptEndsEverythingWithinSeconds() throws IOException {
    Cli.Running up = cli.begin("up", "--no-build", "--no-train");
    await().atMost(START).until(() -> isReady(up));
    Set<Long> parts = pids();
    assertThat(parts).hasSize(8).allMatch(StopIT::lives);
    long begin = System.nanoTime();
    interrupt(up.process());
    Cli.Ended ended = up.await(QUICK);
    assertThat(parts).noneMatch(StopIT::lives);
    assertThat(ended.output()).contains("Stopped");
    assertThat(pids()).isEmpty();
    System.out.printf(
        "Ctrl-C: everything ended after %d ms%n",
        Duration.ofNanos(System.nanoTime() - begin).toMillis());
  }

  @Test
  void aPortInUseIsOneClearSentence() throws IOException {
    try (var taken = new ServerSocket(place.port() + 5, 1, InetAddress.getLoopbackAddress())) {
      Cli.Ended ended = cli.run(START, "up", "--no-build", "--no-train");
      assertThat(ended.exitCode()).isEqualTo(5);
      assertThat(sentences(ended))
          .singleElement()
          .asString()
          .contains("Port " + taken.getLocalPort(), "issuer", "in use");
      assertThat(pids()).isEmpty();
    }
  }

  @Test
  void aPartThatDiesEndsTheRestWithASentenceAndTheDataStay() throws IOException {
    Cli.Running up = cli.begin("up", "--no-build", "--only", "postgres,issuer");
    await().atMost(START).until(() -> pids().size() == 2 && isReady(up));
    Set<Long> parts = pids();
    long issuer = pid("issuer");
    ProcessHandle.of(issuer).orElseThrow().destroyForcibly();
    Cli.Ended ended = up.await(QUICK);
    assertThat(ended.exitCode()).isEqualTo(9);
    assertThat(sentences(ended))
        .anySatisfy(line -> assertThat(line).contains("issuer ended unexpectedly", "issuer.log"));
    assertThat(ended.output()).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(parts).noneMatch(StopIT::lives);

    String keys = keys();
    String[] again = {"up", "--no-build", "--detach", "--only", "postgres,issuer"};
    cli.run(START, again).orFail();
    assertThat(keys()).isNotEmpty().isEqualTo(keys);
    Cli.Ended twice = cli.run(START, again);
    assertThat(twice.exitCode()).isEqualTo(6);
    assertThat(sentences(twice)).singleElement().asString().contains("already running");
  }

  /** The launcher says the addresses once all is ready. */
  private static boolean isReady(Cli.Running up) {
    assertThat(up.process().isAlive()).as(up.said()).isTrue();
    return up.said().contains("Ctrl-C");
  }

  private static List<String> sentences(Cli.Ended ended) {
    return ended.output().lines().filter(line -> !line.isBlank()).toList();
  }

  private static void interrupt(Process process) throws IOException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
  }

  private static boolean lives(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  private String keys() {
    try (Stream<Path> files = Files.list(place.home().resolve("issuer"))) {
      return files.sorted().map(StopIT::read).collect(Collectors.joining());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Set<Long> pids() throws IOException {
    Path run = place.home().resolve("run");
    if (!Files.exists(run)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(run)) {
      return files
          .filter(file -> file.toString().endsWith(".pid"))
          .map(file -> Long.parseLong(read(file).split(" ")[0]))
          .collect(Collectors.toSet());
    }
  }

  private long pid(String part) {
    return Long.parseLong(read(place.home().resolve("run").resolve(part + ".pid")).split(" ")[0]);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).trim();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
