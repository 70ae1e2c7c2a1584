package fi.lupa.disclosure.fact.follow;

import fi.lupa.contracts.event.Topics;
import fi.lupa.platform.problem.Places;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Not ready until the projection has reached the ends of the facts' topics as they were at start:
 * an instance that was away must not decide by old facts. The offsets are the group's, so it holds
 * for several instances on one database.
 */
@Component("projectionHealthIndicator")
class ProjectionHealthIndicator implements HealthIndicator, SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ProjectionHealthIndicator.class);
  private static final long LOOK_EVERY_MILLIS = 200;
  private static final long PATIENCE_SECONDS = 5;

  private final KafkaAdmin kafka;
  private volatile boolean reached;
  private volatile boolean running;
  private @Nullable Thread thread;

  ProjectionHealthIndicator(KafkaAdmin kafka) {
    this.kafka = kafka;
  }

  @Override
  public Health health() {
    return reached ? Health.up().build() : Health.outOfService().build();
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("projection-readiness").daemon().start(this::watch);
  }

  @Override
  public void stop() {
    running = false;
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void watch() {
    try (Admin admin = Admin.create(kafka.getConfigurationProperties())) {
      @Nullable Map<TopicPartition, Long> ends = null;
      while (running && !reached) {
        try {
          ends = ends == null ? ends(admin) : ends;
          reached = ends.isEmpty() || isPast(ends, committed(admin));
        } catch (ExecutionException | TimeoutException e) {
          LOG.info("waiting for Kafka before the first decision: {}", Places.of(e));
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<TopicPartition, Long> ends(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<String> present =
        admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS).stream()
            .filter(List.of(Topics.AUTHORIZATION, Topics.CONSENT)::contains)
            .toList();
    Map<String, TopicDescription> topics =
        admin.describeTopics(present).allTopicNames().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    Map<TopicPartition, OffsetSpec> asked =
        topics.values().stream()
            .flatMap(topic ->
                topic.partitions().stream()
                    .map(info -> new TopicPartition(topic.name(), info.partition())))
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin
        .listOffsets(asked)
        .all()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .forEach((partition, end) -> {
          if (end.offset() > 0) {
            ends.put(partition, end.offset());
          }
        });
    return ends;
  }

  private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    return admin
        .listConsumerGroupOffsets(FactListener.GROUP)
        .partitionsToOffsetAndMetadata()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  static boolean isPast(
      Map<TopicPartition, Long> ends, Map<TopicPartition, OffsetAndMetadata> committed) {
    return ends.entrySet().stream()
        .allMatch(end -> {
          OffsetAndMetadata done = committed.get(end.getKey());
          return done != null && done.offset() >= end.getValue();
        });
  }
}
