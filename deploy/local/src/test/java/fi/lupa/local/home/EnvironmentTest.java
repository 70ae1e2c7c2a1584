package fi.lupa.local.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

  @TempDir Path root;

  @Test
  void livesInTheRepositoryAtPort8080UnlessToldOtherwise() {
    Setup setup = Environment.read(root, Map.of());

    assertThat(setup.home().folder()).isEqualTo(root.resolve(".lupa"));
    assertThat(setup.gateway()).isEqualTo("http://localhost:8080");
    assertThat(setup.issuer()).isEqualTo("http://localhost:8085");
  }

  @Test
  void takesHomeAndPortFromTheEnvironment() {
    Setup setup =
        Environment.read(
            root, Map.of("LUPA_HOME", root.resolve("x/../y").toString(), "LUPA_PORT", " 18080 "));

    assertThat(setup.home().folder()).isEqualTo(root.resolve("y"));
    assertThat(setup.port()).isEqualTo(18080);
  }

  @Test
  void remembersThePortOfTheLastStart() {
    Map<String, String> there = Map.of("LUPA_HOME", root.toString());
    Setup first = Environment.read(root, Map.of("LUPA_HOME", root.toString(), "LUPA_PORT", "9090"));
    first.home().create();
    PortFile.write(first);

    assertThat(Environment.read(root, there).port()).isEqualTo(9090);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "0", "1023", "-8080", "65527", "99999999999"})
  void refusesAPortThatCantHoldAllParts(String port) {
    assertThatThrownBy(() -> Environment.read(root, Map.of("LUPA_PORT", port)))
        .hasMessage("LUPA_PORT must be a number from 1024 to 65521.");
  }

  @Test
  void findsTheNationalSchemasBesideTheRepository() throws Exception {
    Path repository = Files.createDirectories(root.resolve("work/lupa"));
    Setup setup = Environment.read(repository, Map.of());
    assertThat(setup.nationalSchemas()).isEmpty();

    Path schemas = Files.createDirectories(root.resolve("work/shared/data/sosmeta"));
    assertThat(setup.nationalSchemas()).contains(schemas);
  }
}
