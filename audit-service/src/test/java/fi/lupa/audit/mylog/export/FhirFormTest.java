package fi.lupa.audit.mylog.export;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.audit.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The golden file is judged by HAPI FHIR's validator in the module {@code audit-service/fhir};
 * write it anew with {@code -Dlupa.golden=write}.
 */
class FhirFormTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/log.fhir.json");

  private final JsonMapper json = JsonMapper.builder().build();
  private final FhirForm form = new FhirForm(json);

  @Test
  void isWhatTheGoldenFileSays() throws IOException {
    String bundle = Exports.write(form, Exports.entries("sv"), "sv");
    if ("write".equals(System.getProperty("lupa.golden"))) {
      Files.writeString(GOLDEN, bundle);
    }
    assertThat(bundle).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void onlyWhatWasDisclosedClaimsToBeADisclosure() {
    JsonNode bundle = json.readTree(Exports.write(form, Exports.entries("fi"), "fi"));

    long disclosures = 0;
    for (JsonNode entry : bundle.get("entry")) {
      if (entry.at("/resource/meta/profile/0").asString("").equals(AuditEvents.DISCLOSURE)) {
        disclosures++;
        assertThat(entry.at("/resource/type/code").asString()).isEqualTo("110106");
        assertThat(entry.at("/resource/entity").size()).isGreaterThan(1);
      }
    }
    assertThat(disclosures).isEqualTo(4);
  }

  @Test
  void whatWasDisclosedByOtherMeansNamesItsRecipient() {
    JsonNode bundle = json.readTree(Exports.write(form, Exports.entries("sv"), "sv"));

    List<JsonNode> notices =
        bundle
            .get("entry")
            .valueStream()
            .filter(entry -> entry.toString().contains("Polisinrättningen i Östra Finland"))
            .toList();
    assertThat(notices).hasSize(1);
    JsonNode notice = notices.getFirst().get("resource");
    assertThat(notice.at("/meta/profile/0").asString()).isEqualTo(AuditEvents.DISCLOSURE);
    assertThat(notice.at("/agent/0/type/coding/0/code").asString()).isEqualTo("110153");
    assertThat(notice.at("/agent/0/who")).isEqualTo(notice.at("/source/observer"));
    assertThat(notice.at("/agent/1/type/coding/0/code").asString()).isEqualTo("110152");
    assertThat(notice.at("/agent/1/who/display").asString())
        .startsWith("Polisinrättningen i Östra Finland (");
  }

  @Test
  void eachEntryIsAboutTheOnePatientWhoHasNoName() {
    JsonNode bundle = json.readTree(Exports.write(form, Exports.entries("fi"), "fi"));

    Set<String> urls = new HashSet<>();
    bundle.get("entry").forEach(entry -> urls.add(entry.get("fullUrl").asString()));
    assertThat(urls).hasSize(Exports.entries("fi").size() + 1);
    assertThat(bundle.at("/entry/0/resource/resourceType").asString()).isEqualTo("Patient");
    assertThat(bundle.at("/entry/0/resource").has("name")).isFalse();
    assertThat(bundle.at("/entry/0/resource").has("identifier")).isFalse();
    for (int i = 1; i < bundle.get("entry").size(); i++) {
      assertThat(bundle.get("entry").get(i).at("/resource/entity/0/what/reference").asString())
          .isEqualTo("urn:uuid:" + Exports.ID);
    }
    assertThat(bundle.toString())
        .doesNotContain(Events.CLIENT.toString(), Events.PROFESSIONAL)
        .doesNotContain("1.2.246.10.9");
  }

  @Test
  void anEmptyLogIsABundleWithThePatientAlone() {
    JsonNode bundle = json.readTree(Exports.write(form, List.of(), "en"));

    assertThat(bundle.get("entry")).hasSize(1);
    assertThat(bundle.get("language").asString()).isEqualTo("en");
  }
}
