package fi.lupa.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTypesTest {
  @ParameterizedTest
  @CsvSource({"1506.11053, 1506.11xxx", "1506.9001, 1506.9xxx", "x, xxx", "'', xxx"})
  void aFamilyIsAllButTheLastThreeNumbers(String type, String family) {
    assertThat(DocumentTypes.family(type)).isEqualTo(family);
  }

  @Test
  void whatIsKnownOfTheTypeItselfComesFirst() {
    Map<String, String> known = Map.of("1506.11053", "a plan", "1506.11xxx", "plans");
    assertThat(DocumentTypes.find(known, "1506.11053")).hasValue("a plan");
    assertThat(DocumentTypes.find(known, "1506.11054")).hasValue("plans");
    assertThat(DocumentTypes.find(known, "1506.12053")).isEmpty();
  }
}
