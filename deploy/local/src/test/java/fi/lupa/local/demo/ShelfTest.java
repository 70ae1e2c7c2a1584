package fi.lupa.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The demo's documents are what they claim to be, by the schemas that the services use. */
class ShelfTest {

  private static final Path ROOT = Path.of(System.getProperty("lupa.root"));
  private static final Path OWN = ROOT.resolve("contracts/src/main/resources/schemas");
  private static final Path NATIONAL = ROOT.resolve("../shared/data/sosmeta");
  private static final Person PERSON = new Person("020516C903K");
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @ParameterizedTest
  @EnumSource(Document.Key.class)
  void ownDocumentsFollowTheirSchemas(Document.Key key) throws Exception {
    check(Shelf.of(false, PERSON, NOW).get(key), OWN);
  }

  @ParameterizedTest
  @EnumSource(Document.Key.class)
  void nationalDocumentsFollowTheirSchemas(Document.Key key) throws Exception {
    Document document = Shelf.of(true, PERSON, NOW).get(key);
    assumeThat(NATIONAL).as("national schemas, which the repository does not hold").exists();
    check(document, NATIONAL);
  }

  @ParameterizedTest
  @EnumSource(Document.Key.class)
  void carryTheClientAndAnOidOfTheirController(Document.Key key) {
    for (boolean national : new boolean[] {true, false}) {
      Document document = Shelf.of(national, PERSON, NOW).get(key);

      assertThat(document.content()).contains(PERSON.identityCode()).doesNotContain("{{");
      assertThat(document.oid()).startsWith(key.controller().arc() + ".93.").doesNotContain(".0.");
      assertThat(document.metadata()).containsKeys("documentOid", "documentType", "title");
    }
  }

  @ParameterizedTest
  @EnumSource(Document.Key.class)
  void haveNewOidsInEachRun(Document.Key key) {
    String first = Shelf.of(false, PERSON, NOW).get(key).oid();
    String second = Shelf.of(false, PERSON, NOW.plusMillis(1)).get(key).oid();

    assertThat(first).isNotEqualTo(second);
    assertThat(
            Arrays.stream(Document.Key.values())
                .map(other -> Shelf.of(false, PERSON, NOW).get(other).oid())
                .distinct())
        .hasSize(Document.Key.values().length);
  }

  private static void check(Document document, Path schemas) throws Exception {
    if (document.mediaType().equals("application/json")) {
      String schema = Files.readString(schemas.resolve(document.schema() + ".json"));
      List<com.networknt.schema.Error> errors =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(schema)
              .validate(document.content(), InputFormat.JSON);
      assertThat(errors).isEmpty();
    } else {
      var xml = DocumentBuilderFactory.newInstance();
      assertThat(
              xml.newDocumentBuilder()
                  .parse(new ByteArrayInputStream(document.content().getBytes(UTF_8)))
                  .getDocumentElement()
                  .getTagName())
          .isEqualTo("html");
    }
  }
}
