package fi.lupa.disclosure.support;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fi.lupa.testkit.Backends;
import fi.lupa.testkit.TopicLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A topic as tests write and read it. */
public record Topic(String servers, String name) implements AutoCloseable {
  private static final Map<String, KafkaProducer<String, String>> PRODUCERS = new HashMap<>();

  /** One record of the topic. */
  public record Told(String key, Map<String, String> headers, String value) {
    private static Told of(TopicLog.Entry entry) {
      return new Told(entry.key(), entry.headers(), entry.value());
    }

    public String type() {
      return headers.get("ce_type");
    }

    public JsonNode data() {
      return Given.JSON.readTree(value);
    }

    /** What breaks the published JSON Schema of the event's type. */
    public List<String> violations() {
      try (InputStream in = Topic.class.getResourceAsStream("/events/" + type() + ".schema.json")) {
        Schema schema =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
        return schema.validate(data()).stream().map(Object::toString).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A topic of the tests' broker, made as its owner would. */
  public static Topic of(String name) {
    return made(Backends.kafka(), name);
  }

  public static Topic made(String servers, String name) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(name, 6, (short) 1).configs(Map.of("cleanup.policy", "compact"))))
          .all()
          .get(20, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(e);
      }
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
    return new Topic(servers, name);
  }

  /** Sends a fact as its owner's relay does. */
  public void send(Given.Fact fact) {
    send(fact.id(), fact.type().ceType(), fact.data().toString());
  }

  public void send(String key, @Nullable String type, @Nullable String value) {
    ProducerRecord<String, String> record = new ProducerRecord<>(name, key, value);
    if (type != null) {
      record.headers().add(new RecordHeader("ce_type", type.getBytes(StandardCharsets.UTF_8)));
    }
    try {
      producer().send(record).get(20, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private KafkaProducer<String, String> producer() {
    synchronized (PRODUCERS) {
      return PRODUCERS.computeIfAbsent(
          servers,
          _ ->
              new KafkaProducer<>(
                  Map.of("bootstrap.servers", servers),
                  new StringSerializer(),
                  new StringSerializer()));
    }
  }

  /** Sooner or later there are so many records of a key; in order. */
  public List<Told> await(String key, int count) {
    return soon()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> all().stream().filter(told -> key.equals(told.key())).toList(),
            found -> found.size() >= count);
  }

  /** What is told of an access. */
  public List<Told> about(String queryId) {
    return soon()
        .until(
            () -> all().stream().filter(told -> told.value().contains(queryId)).toList(),
            found -> !found.isEmpty());
  }

  private static ConditionFactory soon() {
    return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20));
  }

  /** Everything told so far. */
  public List<Told> all() {
    return TopicLog.of(servers, name).all().stream().map(Told::of).toList();
  }

  @Override
  public void close() {
    synchronized (PRODUCERS) {
      KafkaProducer<String, String> producer = PRODUCERS.remove(servers);
      if (producer != null) {
        producer.close();
      }
    }
  }
}
