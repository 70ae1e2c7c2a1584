package fi.lupa.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SettingsTest {
  @Test
  void argumentsReplaceDefaults() {
    Settings settings = Settings.of("port=18080", "connections=4", "seconds=3");
    assertThat(settings.gateway()).hasToString("http://127.0.0.1:18080");
    assertThat(settings.issuer()).hasToString("http://localhost:18085");
    assertThat(settings.connections()).isEqualTo(4);
    assertThat(settings.measured()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.warmUp()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void theLargestQueryIsTheSameWithALimit() {
    JsonMapper json = JsonMapper.builder().build();
    ObjectNode usual = (ObjectNode) json.readTree(Scene.query("020516C903K"));

    assertThat(json.readTree(Scene.largestQuery("020516C903K"))).isEqualTo(usual.put("limit", 200));
  }

  @Test
  void everyNumberIsAnotherPerson() {
    Set<String> codes = new HashSet<>();
    for (int n = 0; n < 50_000; n++) {
      codes.add(TestPersons.identityCode(n));
    }
    assertThat(codes)
        .hasSize(50_000)
        .allMatch(code -> code.matches("\\d{6}[-YXWVU]9\\d{2}[0-9A-Y]"));
  }
}
