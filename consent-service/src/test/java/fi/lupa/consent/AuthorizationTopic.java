package fi.lupa.consent;

import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.EventType;
import fi.lupa.contracts.event.Topics;
import fi.lupa.testkit.Backends;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** What the authorization-service tells. */
public final class AuthorizationTopic implements AutoCloseable {
  private final KafkaProducer<String, byte[]> producer;

  public AuthorizationTopic() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", Backends.kafka()))) {
      if (!admin.listTopics().names().get().contains(Topics.AUTHORIZATION)) {
        admin.createTopics(List.of(new NewTopic(Topics.AUTHORIZATION, 6, (short) 1))).all().get();
      }
    }
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", Backends.kafka()),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  public void tell(String key, EventType type, Event event) {
    send(key, JsonMapper.shared().writeValueAsString(event), type.ceType());
  }

  /** Also what is no event. */
  public void send(String key, String value, String type) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(Topics.AUTHORIZATION, key, value.getBytes(StandardCharsets.UTF_8));
    record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
    producer.send(record);
  }

  @Override
  public void close() {
    producer.close();
  }
}
