package fi.lupa.platform.schema;

import static fi.lupa.platform.schema.SampleSchemas.ONE;
import static fi.lupa.platform.schema.SampleSchemas.TWO;
import static fi.lupa.platform.schema.SampleSchemas.requiring;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class SchemaWatchTest {
  private static final Duration NEVER = Duration.ofDays(1);

  @TempDir private Path folder;
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private DocumentSchemas schemas;
  private SchemaWatch watch;

  @BeforeEach
  void begin() throws IOException {
    SampleSchemas.file(folder, ONE, requiring("yksi"));
    watching(folder, NEVER);
  }

  private void watching(Path source, Duration every) {
    SchemaLoader loader = new SchemaLoader(List.of(source), SchemaChoice.ALL);
    schemas = new DocumentSchemas(loader);
    watch = new SchemaWatch(loader, schemas, every, meters);
  }

  private boolean has(String oid) {
    return schemas.find(new Oid(oid)).isPresent();
  }

  private double gauge(String name) {
    return meters.get(name).gauge().value();
  }

  @Test
  void aChangeIsUsedWhenItHasStoodStill() throws IOException {
    SampleSchemas.file(folder, TWO, requiring("kaksi"));
    watch.look();
    assertThat(has(TWO)).isFalse();
    watch.look();
    assertThat(has(TWO)).isTrue();
    assertThat(has(ONE)).isTrue();
    assertThat(gauge("lupa.schemas.loaded")).isEqualTo(OwnSchemas.count() + 2);
  }

  @Test
  void aSetThatIsStillBeingCopiedWaits() throws IOException {
    for (int i = 10; i < 15; i++) {
      SampleSchemas.file(folder, "1.2.3." + i, requiring("osa"));
      watch.look();
      assertThat(schemas.oids()).hasSize(OwnSchemas.count() + 1);
    }
    watch.look();
    assertThat(schemas.oids()).hasSize(OwnSchemas.count() + 6);
  }

  @Test
  void whatIsTakenAwayGoes() throws IOException {
    SampleSchemas.file(folder, TWO, requiring("kaksi"));
    Files.delete(folder.resolve(ONE + ".json"));
    watch.look();
    watch.look();
    assertThat(has(ONE)).isFalse();
    assertThat(has(TWO)).isTrue();
  }

  @Test
  void aSchemaChangedInItsPlaceIsCompiledAnew() throws IOException {
    var before = schemas.find(new Oid(ONE));
    SampleSchemas.file(folder, ONE, requiring("toinen"));
    Files.setLastModifiedTime(folder.resolve(ONE + ".json"), FileTime.fromMillis(1));
    watch.look();
    watch.look();
    assertThat(schemas.find(new Oid(ONE))).isPresent().isNotEqualTo(before);
  }

  @Test
  void aBadSetLeavesTheOldOneAndIsTold() throws IOException {
    SchemaHealthIndicator health = new SchemaHealthIndicator(schemas, watch);
    SampleSchemas.file(folder, TWO, "{");
    watch.look();
    watch.look();
    watch.look();
    assertThat(has(ONE)).isTrue();
    assertThat(has(TWO)).isFalse();
    assertThat(watch.failure()).hasValueSatisfying(why -> assertThat(why).contains(TWO));
    assertThat(gauge("lupa.schemas.refused")).isEqualTo(1);
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    assertThat(health.health().getDetails()).containsKeys("schemas", "refused");

    SampleSchemas.file(folder, TWO, requiring("kaksi"));
    watch.look();
    watch.look();
    assertThat(has(TWO)).isTrue();
    assertThat(watch.failure()).isEmpty();
    assertThat(gauge("lupa.schemas.refused")).isZero();
    assertThat(health.health().getDetails()).containsOnlyKeys("schemas");
  }

  @Test
  void aSourceThatGoesAwayLeavesTheOldSet() throws IOException {
    Files.delete(folder.resolve(ONE + ".json"));
    Files.delete(folder);
    watch.look();
    watch.look();
    assertThat(has(ONE)).isTrue();
    assertThat(watch.failure()).isPresent();
    Files.createDirectory(folder);
    SampleSchemas.file(folder, ONE, requiring("yksi"));
    watch.look();
    watch.look();
    assertThat(watch.failure()).isEmpty();
  }

  @Test
  void anArchiveIsReplacedWhole() throws IOException {
    Path archive =
        SampleSchemas.zip(folder.resolve("a.zip"), Map.of(ONE + ".json", requiring("a")));
    watching(archive, NEVER);
    Path next =
        SampleSchemas.zip(
            folder.resolve("b.tmp"),
            Map.of(ONE + ".json", requiring("a"), TWO + ".json", requiring("b")));
    Files.move(next, archive, StandardCopyOption.ATOMIC_MOVE);
    watch.look();
    watch.look();
    assertThat(has(TWO)).isTrue();
  }

  @Test
  void itLooksByItself() throws IOException {
    watching(folder, Duration.ofMillis(20));
    watch.start();
    try {
      assertThat(watch.isRunning()).isTrue();
      SampleSchemas.file(folder, TWO, requiring("kaksi"));
      Awaitility.await().untilAsserted(() -> assertThat(has(TWO)).isTrue());
    } finally {
      watch.stop();
    }
    assertThat(watch.isRunning()).isFalse();
  }
}
