package fi.lupa.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventTypeTest {
  @Test
  void everyEventRecordHasExactlyOneType() {
    assertThat(Arrays.stream(EventType.values()).<Class<?>>map(EventType::record))
        .containsExactlyInAnyOrder(Event.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @EnumSource
  void isNamedByItsSourceAndEndsInItsVersion(EventType type) {
    assertThat(type.ceType()).matches("fi\\.lupa\\.[a-z]+\\.[a-z-]+\\.v[1-9][0-9]*");
    assertThat(EventType.named(type.ceType())).contains(type);
  }

  @Test
  void anUnknownNameIsNoType() {
    assertThat(EventType.named("fi.lupa.disclosure.records-queried.v2")).isEmpty();
  }
}
