package fi.lupa.acceptance.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.lupa.acceptance.system.Lupa;
import fi.lupa.acceptance.system.Part;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** The versions of rights, as different places have them. */
public final class RightEvents {
  private RightEvents() {}

  /** The numbers in the second column of each text in the first, in the order of the rows. */
  public static Map<String, List<Long>> read(Connection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      Map<String, List<Long>> found = new HashMap<>();
      while (rows.next()) {
        found.computeIfAbsent(rows.getString(1), right -> new ArrayList<>()).add(rows.getLong(2));
      }
      return found;
    }
  }

  /**
   * What Kafka has of each right, in the order of versions. The relay may send an event again after
   * it was killed, with the same id: that is one.
   */
  public static Map<String, List<Long>> onKafka(Lupa lupa) {
    Map<String, Map<String, Long>> found = new HashMap<>();
    try (KafkaConsumer<String, String> consumer = consumer(lupa)) {
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          if (header(record, "ce_type").contains("usage-right-changed")) {
            long version = JsonMapper.shared().readTree(record.value()).path("version").asLong();
            found
                .computeIfAbsent(record.key(), right -> new HashMap<>())
                .put(header(record, "ce_id"), version);
          }
        }
      }
    }
    return found.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, right -> right.getValue().values().stream().sorted().toList()));
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private static KafkaConsumer<String, String> consumer(Lupa lupa) {
    String broker = URI.create(lupa.url(Part.KAFKA)).getAuthority();
    KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker),
            new StringDeserializer(),
            new StringDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor("authorization.events").stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }
}
