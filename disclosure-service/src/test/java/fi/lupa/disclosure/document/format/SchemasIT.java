package fi.lupa.disclosure.document.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.NationalSchemas;
import fi.lupa.platform.schema.DocumentSchemas;
import fi.lupa.platform.schema.JsonDocuments;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents of the shipped schemas always, and of the national ones where they are at hand. */
class SchemasIT extends DisclosureIT {
  private static final Pattern TYPE = Pattern.compile("\\.(150[56]\\.\\d+)\\.\\d{4}\\.");
  private static final int STORED = 15;

  @Autowired private DocumentSchemas schemas;
  @Autowired private JsonDocuments documents;

  private final Client client = Client.person();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.246.10.90000011.6.1505.1.2026.11.22",
        "1.2.246.10.90000011.6.1505.2.2026.11.22",
        "1.2.246.10.90000011.6.1506.15003.2026.11.22",
        "1.2.246.10.90000011.6.1506.19001.2026.11.22"
      })
  void shippedSchemasTakeTheirSmallestDocument(String oid) throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/schemas/" + oid + ".json")) {
      storesAndRefuses(oid, Given.JSON.readTree(in));
    }
  }

  @Test
  void everyNationalSchemaCompilesAndKnowsGoodFromBad() throws IOException {
    nationalSchemas();
    for (String oid : NationalSchemas.oids()) {
      assertThat(schemas.find(new Oid(oid))).as(oid).isPresent();
      JsonNode smallest = SmallestDocument.of(read(oid));
      assertThat(documents.check(new Oid(oid), bytes(smallest)).violations()).as(oid).isEmpty();
      assertThat(documents.check(new Oid(oid), bytes(broken(smallest))).violations())
          .as(oid)
          .isNotEmpty();
    }
  }

  @Test
  void documentsOfNationalSchemasAreStoredAndRefusedWithPointers() throws IOException {
    nationalSchemas();
    List<String> oids = NationalSchemas.oids();
    for (int i = 0; i < STORED; i++) {
      String oid = oids.get(i * oids.size() / STORED);
      storesAndRefuses(oid, read(oid));
    }
  }

  private static void nationalSchemas() {
    assumeThat(NationalSchemas.present())
        .as("the national schemas aren't at %s: not tested against them", NationalSchemas.folder())
        .isTrue();
    assertThat(NationalSchemas.oids()).hasSizeGreaterThan(100);
  }

  private static JsonNode read(String oid) throws IOException {
    return Given.JSON.readTree(Files.readAllBytes(NationalSchemas.folder().resolve(oid + ".json")));
  }

  private void storesAndRefuses(String oid, JsonNode schema) {
    JsonNode smallest = SmallestDocument.of(schema);
    Answer stored = store(oid, smallest);
    assertThat(stored.status()).as(oid + stored.body()).isEqualTo(201);
    Answer refused = store(oid, broken(smallest));
    assertThat(refused.status()).as(oid).isEqualTo(422);
    assertThat(refused.pointers()).isNotEmpty().allMatch(p -> p.startsWith("/content/"));
  }

  /** The root's content gets a property that no schema knows. */
  private static JsonNode broken(JsonNode document) {
    ObjectNode copy = (ObjectNode) document.deepCopy();
    String root = copy.propertyNames().iterator().next();
    copy.set(root, Given.object("tuntematon", 1));
    return copy;
  }

  private Answer store(String schemaOid, JsonNode content) {
    Matcher type = TYPE.matcher(schemaOid);
    assertThat(type.find()).as(schemaOid).isTrue();
    ObjectNode metadata =
        Calls.metadata(client, NORTH)
            .put("schemaOid", schemaOid)
            .put("documentType", type.group(1));
    return calls.store(
        NORTH, Calls.upload(metadata, bytes(content), APPLICATION_JSON), Calls.newKey());
  }

  private static byte[] bytes(JsonNode tree) {
    return tree.toString().getBytes(StandardCharsets.UTF_8);
  }
}
