package fi.lupa.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FingerprintsTest {
  private final Fingerprints fingerprints = new Fingerprints(JsonMapper.builder().build());

  record Target(String recipient, Set<String> tasks) {}

  record Request(String name, List<Target> targets) {}

  @Test
  void aSetsOrderDoesNotMatter() {
    Request one = new Request("a", List.of(target("x", "1", "2"), target("y")));
    Request other = new Request("a", List.of(target("y"), target("x", "2", "1")));
    assertThat(fingerprints.of(one)).isEqualTo(fingerprints.of(other));
  }

  @Test
  void anyOtherValueMatters() {
    Request request = new Request("a", List.of(target("x", "1")));
    assertThat(fingerprints.of(request))
        .isNotEqualTo(fingerprints.of(new Request("b", List.of(target("x", "1")))))
        .isNotEqualTo(fingerprints.of(new Request("a", List.of(target("x", "2")))))
        .isNotEqualTo(
            fingerprints.of(new Request("a", List.of(target("x", "1"), target("x", "1")))))
        .isNotEqualTo(fingerprints.of(target("a")));
  }

  private static Target target(String recipient, String... tasks) {
    return new Target(recipient, new LinkedHashSet<>(List.of(tasks)));
  }
}
