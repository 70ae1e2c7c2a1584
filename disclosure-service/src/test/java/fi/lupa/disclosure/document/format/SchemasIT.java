package fi.lupa.disclosure.document.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.testkit.schema.Broken;
import fi.lupa.testkit.schema.NationalSchemas;
import fi.lupa.testkit.schema.SchemaDocuments;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Documents of the shipped schemas always, and of national ones where they are at hand, over HTTP.
 * Platform's NationalSchemasTest checks them all without.
 */
class SchemasIT extends DisclosureIT {
  private static final Pattern TYPE = Pattern.compile("\\.(150[56]\\.\\d+)\\.\\d{4}\\.");
  private static final int STORED = 15;
  private static final String PLAN = "1.2.246.10.90000011.6.1506.15003.2026.11.22";

  private final Client client = Client.person();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.246.10.90000011.6.1505.1.2026.11.22",
        "1.2.246.10.90000011.6.1505.2.2026.11.22",
        "1.2.246.10.90000011.6.1506.15003.2026.11.22",
        "1.2.246.10.90000011.6.1506.19001.2026.11.22"
      })
  void documentsOfShippedSchemasAreStoredOrRefused(String oid) throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/schemas/" + oid + ".json")) {
      storesAndRefuses(oid, Given.JSON.readTree(in));
    }
  }

  @Test
  void documentsOfNationalSchemasAreStoredOrRefused() {
    NationalSchemas.needed();
    List<String> oids = NationalSchemas.oids();
    for (int i = 0; i < STORED; i++) {
      String oid = oids.get(i * oids.size() / STORED);
      storesAndRefuses(oid, NationalSchemas.schema(oid));
    }
  }

  /** The smallest, the full one, and one broken document for each keyword. */
  private void storesAndRefuses(String oid, JsonNode schema) {
    SchemaDocuments documents = SchemaDocuments.of(schema);
    for (JsonNode good : List.of(documents.minimal(), documents.full())) {
      Answer stored = store(oid, bytes(good));
      assertThat(stored.status()).as(oid + stored.body()).isEqualTo(201);
    }
    Map<String, Broken> broken =
        documents
            .broken()
            .collect(Collectors.toMap(Broken::keyword, Function.identity(), (first, _) -> first));
    broken.forEach((keyword, one) -> {
      Answer refused = store(oid, bytes(one.document()));
      assertThat(refused.status()).as(oid + keyword).isEqualTo(422);
      assertThat(refused.code()).isEqualTo("DOCUMENT_INVALID");
      assertThat(refused.pointers()).as(oid + keyword).containsExactly("/content" + one.pointer());
    });
  }

  /** What readers understand differently never reaches the archive. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"asiakassuunnitelma\": {}, \"asiakassuunnitelma\": {}}",
        "{\"asiakassuunnitelma\": \"\\u0000\"}",
        "{\"asiakassuunnitelma\": \"\\ud800\"}",
        "{\"asiakassuunnitelma\": 1e9999}",
        "\uFEFF{}",
        "{"
      })
  void ambiguousJsonIsRefused(String content) {
    Answer refused = store(PLAN, content.getBytes(UTF_8));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("DOCUMENT_INVALID");
    assertThat(refused.pointers()).hasSize(1).allMatch(p -> p.startsWith("/content"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/xhtml+xml"})
  void textThatIsNotUtf8IsRefused(String mediaType) {
    byte[] latin =
        "<div xmlns='http://www.w3.org/1999/xhtml'>\u00e4</div>"
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    boolean json = mediaType.equals("application/json");
    Answer refused =
        calls.store(
            NORTH,
            Calls.upload(metadata(json ? PLAN : null), latin, MediaType.parseMediaType(mediaType)),
            Calls.newKey());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.pointers()).containsExactly("/content");
  }

  private Answer store(String schemaOid, byte[] content) {
    return calls.store(
        NORTH, Calls.upload(metadata(schemaOid), content, APPLICATION_JSON), Calls.newKey());
  }

  private ObjectNode metadata(@org.jspecify.annotations.Nullable String schemaOid) {
    ObjectNode metadata = Calls.metadata(client, NORTH);
    if (schemaOid == null) {
      metadata.remove("schemaOid");
      return metadata;
    }
    Matcher type = TYPE.matcher(schemaOid);
    assertThat(type.find()).as(schemaOid).isTrue();
    return metadata.put("schemaOid", schemaOid).put("documentType", type.group(1));
  }

  private static byte[] bytes(JsonNode tree) {
    return tree.toString().getBytes(UTF_8);
  }
}
