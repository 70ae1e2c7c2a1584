package fi.lupa.disclosure.fact.follow;

import fi.lupa.contracts.event.Topics;
import fi.lupa.platform.problem.Places;
import java.time.Duration;
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
 * an instance that was away must not decide by old facts. The positions are the database's, so it
 * holds for several instances on it.
 */
@Component("projectionHealthIndicator")
class ProjectionHealthIndicator implements HealthIndicator, SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ProjectionHealthIndicator.class);
  private static final long LOOK_EVERY_MILLIS = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final KafkaAdmin kafka;
  private final PositionStore positions;
  private volatile boolean reached;
  private volatile boolean running;
  private @Nullable Thread thread;

  ProjectionHealthIndicator(KafkaAdmin kafka, PositionStore positions) {
    this.kafka = kafka;
    this.positions = positions;
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
    Map<TopicPartition, Long> ends = null;
    try {
      while (running && !reached) {
        try {
          ends = ends == null ? ends() : ends;
          reached = isPast(ends, positions.all().blockOptional(PATIENCE).orElse(Map.of()));
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
          LOG.info("waiting before the first decision: {}", Places.of(e));
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<TopicPartition, Long> ends()
      throws ExecutionException, InterruptedException, TimeoutException {
    try (Admin admin = Admin.create(kafka.getConfigurationProperties())) {
      return ends(admin);
    }
  }

  private static Map<TopicPartition, Long> ends(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<String> present =
        admin.listTopics().names().get(PATIENCE.toSeconds(), TimeUnit.SECONDS).stream()
            .filter(List.of(Topics.AUTHORIZATION, Topics.CONSENT)::contains)
            .toList();
    Map<String, TopicDescription> topics =
        admin.describeTopics(present).allTopicNames().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    List<TopicPartition> partitions =
        topics.values().stream()
            .flatMap(topic ->
                topic.partitions().stream()
                    .map(info -> new TopicPartition(topic.name(), info.partition())))
            .toList();
    Map<TopicPartition, Long> first = offsets(admin, partitions, OffsetSpec.earliest());
    Map<TopicPartition, Long> ends = offsets(admin, partitions, OffsetSpec.latest());
    ends.entrySet().removeIf(end -> end.getValue().equals(first.get(end.getKey())));
    return ends;
  }

  private static Map<TopicPartition, Long> offsets(
      Admin admin, List<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    admin
        .listOffsets(partitions.stream().collect(Collectors.toMap(p -> p, _ -> which)))
        .all()
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .forEach((partition, found) -> offsets.put(partition, found.offset()));
    return offsets;
  }

  /** Whether every partition that held something at start has been applied that far. */
  static boolean isPast(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> applied) {
    return ends.entrySet().stream()
        .allMatch(end -> applied.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }
}
