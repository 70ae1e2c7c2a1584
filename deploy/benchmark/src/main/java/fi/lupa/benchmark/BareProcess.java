package fi.lupa.benchmark;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The bare endpoint in a JVM of its own, started with the flags of a service. */
final class BareProcess implements AutoCloseable {
  private static final List<String> SERVICE_FLAGS =
      List.of("-XX:+UseSerialGC", "-XX:+UseTransparentHugePages", "-Xmx192m");
  private static final Duration START = Duration.ofSeconds(60);

  private final Process process;

  private BareProcess(Process process) {
    this.process = process;
  }

  /** Started with the flags of a service, so that only the work differs. */
  static BareProcess start(Settings settings, int bytes) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(SERVICE_FLAGS);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            BareEndpoint.class.getName(),
            "--server.port=" + settings.barePort(),
            "--bare.bytes=" + bytes,
            "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri="
                + settings.issuer()
                + "/oauth2/jwks"));
    BareProcess bare =
        new BareProcess(
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    // a run that is told to end leaves nothing behind
    Runtime.getRuntime().addShutdownHook(new Thread(bare::close, "end-bare"));
    bare.awaitPort(settings.barePort());
    return bare;
  }

  private void awaitPort(int port) throws InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try (Socket socket = new Socket("127.0.0.1", port)) {
        return;
      } catch (IOException e) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    close();
    throw new IllegalStateException("the bare endpoint did not start");
  }

  /** Its processor time so far. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
