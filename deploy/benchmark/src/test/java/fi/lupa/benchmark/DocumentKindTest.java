package fi.lupa.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentKindTest {
  private static final JsonNode SCHEMA =
      JsonMapper.builder()
          .build()
          .readTree(
              """
              {"title":"'Päätös' JSON schema","properties":{"paatos":{"sosmeta":{"name":[
                {"lang":"fi","value":"Päätös"},{"lang":"sv","value":"Beslut"}]}}}}
              """);

  @Test
  void takesTypeAndTitlesFromTheSchema() {
    assertThat(DocumentKind.of("1.2.246.537.6.1506.15003.2024.11.28.json", SCHEMA))
        .contains(
            new DocumentKind(
                "1506.15003",
                "1.2.246.537.6.1506.15003.2024.11.28",
                "{\"fi\":\"Päätös\",\"sv\":\"Beslut\"}"));
  }

  @Test
  void leavesOutRelationshipsAndWhatIsNoSchema() {
    assertThat(DocumentKind.of("1.2.246.537.6.1505.1.2023.6.1.json", SCHEMA)).isEmpty();
    assertThat(DocumentKind.of("index.json", SCHEMA)).isEmpty();
  }

  @Test
  void readsTheSamples() throws IOException {
    assertThat(DocumentKind.in(Path.of("../../contracts/src/main/resources/schemas")))
        .extracting(DocumentKind::title)
        .contains("{\"fi\":\"Asiakassuunnitelma\",\"sv\":\"Klientplan\"}");
  }

  @Test
  void refusesAFolderWithoutAny(@TempDir Path empty) {
    assertThatIllegalArgumentException().isThrownBy(() -> DocumentKind.in(empty));
  }
}
