package fi.lupa.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestPersonsTest {

  @Test
  void noTwoPersonsShareACode() {
    assertThat(
            IntStream.range(0, 280_000)
                .mapToObj(TestPersons::identityCode)
                .collect(Collectors.toSet()))
        .hasSize(280_000);
  }

  @Test
  void individualNumbersAreTestOnes() {
    assertThat(IntStream.range(0, 280_000).mapToObj(TestPersons::identityCode))
        .allSatisfy(code -> assertThat(code).matches("\\d{6}-9\\d\\d[0-9A-Y]"));
  }
}
