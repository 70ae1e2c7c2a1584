package fi.lupa.audit.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class AnchorAgeTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void oneAlarmTellsOfOldAnchorsAndOfNone() {
    assertThat(measured(Optional.of(NOW.minusSeconds(12 * 3600)))).isEqualTo(0.5);
    assertThat(measured(Optional.empty())).isEqualTo(Double.POSITIVE_INFINITY);
  }

  private static double measured(Optional<Instant> last) {
    var meters = new SimpleMeterRegistry();
    var store =
        new AnchorStore(null) {
          @Override
          Mono<Optional<Instant>> last() {
            return Mono.just(last);
          }
        };
    var age = new AnchorAge(store, Clock.fixed(NOW, ZoneOffset.UTC), meters);
    assertThat(value(meters)).as("not looked yet").isNaN();
    age.turn();
    return value(meters);
  }

  private static double value(SimpleMeterRegistry meters) {
    return meters.get("lupa.log.anchor.age.days").gauge().value();
  }
}
