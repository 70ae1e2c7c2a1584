package fi.lupa.local.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The broker's settings: one node, small, nothing replicated. */
final class BrokerProperties {

  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("process.roles", "broker,controller"),
          Map.entry("node.id", "1"),
          Map.entry("controller.listener.names", "CONTROLLER"),
          Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("offsets.topic.num.partitions", "3"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("transaction.state.log.num.partitions", "1"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          Map.entry("share.coordinator.state.topic.num.partitions", "1"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          // the services make their own topics, so that a misspelt name fails
          Map.entry("auto.create.topics.enable", "false"),
          // the default buffer alone would take half of the heap
          Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
          // the log of record is PostgreSQL's outbox; events that someone has read stay for a week
          Map.entry("log.retention.hours", "168"),
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "4"),
          // after a kill the controller, which is the same process, waits this long before it takes
          // the
          // broker back
          Map.entry("broker.session.timeout.ms", "3000"),
          Map.entry("broker.heartbeat.interval.ms", "500"));

  private BrokerProperties() {}

  static Properties of(int port, Path data) {
    int controller = port + 1;
    var properties = new Properties();
    properties.putAll(FIXED);
    properties.putAll(
        Map.of(
            "listeners",
            "PLAINTEXT://localhost:%d,CONTROLLER://localhost:%d".formatted(port, controller),
            "advertised.listeners",
            "PLAINTEXT://localhost:%d,CONTROLLER://localhost:%d".formatted(port, controller),
            // voters by configuration, not in the log: the port base may change between starts
            "controller.quorum.voters",
            "1@localhost:" + controller,
            "log.dirs",
            data.toString()));
    return properties;
  }
}
