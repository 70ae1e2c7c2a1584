package fi.lupa.local.kafka;

import fi.lupa.local.home.Home;
import fi.lupa.local.home.Setup;
import fi.lupa.local.http.Health;
import fi.lupa.local.part.Fingerprint;
import fi.lupa.local.part.Part;
import fi.lupa.local.part.StartCache;
import fi.lupa.local.part.Training;
import fi.lupa.local.process.Pid;
import fi.lupa.local.process.Program;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One Kafka broker that is its own controller, ready when it says so in a file and listens. */
public final class KafkaPart implements Part {

  /** Its port's offset from the port base; the controller takes the one after. */
  public static final int OFFSET = 7;

  /** For a start that only trains, beside the running broker. */
  private static final int TRIAL_OFFSET = 13;

  private static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

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
    return cache().start(ENVIRONMENT);
  }

  @Override
  public Optional<Training> training() {
    return cache().training(ENVIRONMENT);
  }

  @Override
  public boolean isReady(Pid pid) {
    return Files.exists(readyFile()) && Health.listens(ports().getFirst());
  }

  private StartCache cache() {
    return new StartCache(
        setup.home().programs().resolve("kafka").resolve("broker-" + builtFrom()),
        "256m",
        broker(
            "" + ports().getFirst(), setup.home().data("kafka").toString(), readyFile().toString()),
        broker("" + (setup.port() + TRIAL_OFFSET)));
  }

  private static List<String> broker(String... arguments) {
    var words =
        new ArrayList<>(
            List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-cp",
                System.getProperty("java.class.path"),
                Broker.class.getName()));
    words.addAll(List.of(arguments));
    return words;
  }

  /** Tells two builds apart as the JVM does: it takes no cache whose jars have another time. */
  private static String builtFrom() {
    return Fingerprint.of(
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(File::new)
            .map(jar -> jar + " " + jar.lastModified() + "\n")
            .collect(Collectors.joining()));
  }

  private Path readyFile() {
    return setup.home().run().resolve("kafka.ready");
  }
}
