package fi.lupa.local.kafka;

import fi.lupa.local.home.Home;
import fi.lupa.local.home.Setup;
import fi.lupa.local.http.Health;
import fi.lupa.local.part.Part;
import fi.lupa.local.process.Java;
import fi.lupa.local.process.Pid;
import fi.lupa.local.process.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One Kafka broker that is its own controller, ready when it says so in a file and listens. */
public final class KafkaPart implements Part {

  /** Its port's offset from the port base; the controller takes the one after. */
  public static final int OFFSET = 7;

  private final Setup setup;

  /** That of a setup. */
  public KafkaPart(Setup setup) {
    this.setup = setup;
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public List<Integer> ports() {
    return List.of(setup.port() + OFFSET, setup.port() + OFFSET + 1);
  }

  @Override
  public Program prepare() {
    Home.delete(readyFile());
    List<String> broker =
        List.of(
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
            "-cp",
            System.getProperty("java.class.path"),
            Broker.class.getName(),
            Integer.toString(ports().getFirst()),
            setup.home().data("kafka").toString(),
            readyFile().toString());
    return new Program(Java.command("256m", broker), Map.of("MALLOC_ARENA_MAX", "2"));
  }

  @Override
  public boolean isReady(Pid pid) {
    return Files.exists(readyFile()) && Health.listens(ports().getFirst());
  }

  private Path readyFile() {
    return setup.home().run().resolve("kafka.ready");
  }
}
