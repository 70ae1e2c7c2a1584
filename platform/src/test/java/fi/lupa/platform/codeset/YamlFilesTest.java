package fi.lupa.platform.codeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.contracts.LocalizedText;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class YamlFilesTest {
  private final JsonMapper json = JsonMapper.builder().build();

  @Test
  void readsACodeSet() {
    JsonNode purposes = YamlFiles.tree("codesets/purposes.yaml");
    assertThat(YamlFiles.text(purposes.required("DECISION_MAKING")))
        .isEqualTo(new LocalizedText("Päätöksenteko", "Beslutsfattande", "Making a decision"));
  }

  @Test
  void aFileThatIsMissingIsAFault() {
    assertThatThrownBy(() -> YamlFiles.tree("codesets/no-such.yaml"))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aTextWithoutALanguageIsAFault() {
    JsonNode text = json.valueToTree(Map.of("fi", "Lupa", "sv", "Tillstånd"));
    assertThatThrownBy(() -> YamlFiles.text(text)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void readsTextsByTheirKeys() {
    assertThat(YamlFiles.texts(YamlFiles.tree("codesets/void-reasons.yaml")))
        .isNotEmpty()
        .allSatisfy((key, text) -> assertThat(text.sv()).isNotBlank());
  }

  @Test
  void aProvisionIsASectionOrAWholeAct() {
    Map<String, LegalReference> all = LegalReference.all();
    assertThat(all.get("ACT_703_2023_S55_1").section()).isEqualTo("55 § 1");
    assertThat(all.get("ACT_784_2021").section()).isNull();
  }
}
