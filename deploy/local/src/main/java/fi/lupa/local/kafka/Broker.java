package fi.lupa.local.kafka;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;

/** The broker's own program: formats an empty folder, starts, tells when it is up. */
public final class Broker {

  private Broker() {}

  /**
   * Runs until it is asked to end.
   *
   * @param args port, data folder, file to write when it is up
   */
  public static void main(String[] args) throws IOException {
    Path data = Path.of(args[1]);
    Properties properties = BrokerProperties.of(Integer.parseInt(args[0]), data);
    Files.createDirectories(data);
    if (!Files.exists(data.resolve("meta.properties"))) {
      format(data, properties);
    }
    var server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    Exit.addShutdownHook("stop", server::shutdown);
    server.startup();
    Files.writeString(Path.of(args[2]), "up\n");
    server.awaitShutdown();
    Exit.exit(0);
  }

  /** A new store: its identity is drawn once and stays in the folder. */
  private static void format(Path data, Properties properties) throws IOException {
    Path file = data.resolve("format.properties");
    try (var out = Files.newOutputStream(file)) {
      properties.store(out, null);
    }
    String cluster = Uuid.randomUuid().toString();
    PrintStream output = System.out;
    int failed =
        StorageTool.execute(new String[] {"format", "-c", file.toString(), "-t", cluster}, output);
    Files.delete(file);
    if (failed != 0) {
      throw new IOException("Kafka can't format " + data);
    }
  }
}
