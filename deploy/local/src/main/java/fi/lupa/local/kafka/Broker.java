package fi.lupa.local.kafka;

import fi.lupa.local.home.Home;
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
   * @param args port, data folder, file to write when it is up; only a port: a trial, with data of
   *     its own, that ends when it is up
   */
  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(args[0]);
    if (args.length == 1) {
      trial(port);
    } else {
      KafkaRaftServer server = start(port, Path.of(args[1]));
      Files.writeString(Path.of(args[2]), "up\n");
      server.awaitShutdown();
    }
    Exit.exit(0);
  }

  private static void trial(int port) throws IOException {
    Path data = Files.createTempDirectory("lupa-kafka");
    try {
      KafkaRaftServer server = start(port, data);
      server.shutdown();
      server.awaitShutdown();
    } finally {
      Home.delete(data);
    }
  }

  private static KafkaRaftServer start(int port, Path data) throws IOException {
    Properties properties = BrokerProperties.of(port, data);
    Files.createDirectories(data);
    if (!Files.exists(data.resolve("meta.properties"))) {
      format(data, properties);
    }
    var server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    Exit.addShutdownHook("stop", server::shutdown);
    server.startup();
    return server;
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
