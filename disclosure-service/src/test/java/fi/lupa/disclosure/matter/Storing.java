package fi.lupa.disclosure.matter;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Stores relationship and case documents of a client into a controller's register. */
public record Storing(Calls calls, Client client, Oid controller) {

  /** Stores; fails when it can't be; gives the document's OID. */
  public String store(String type, JsonNode document, Consumer<ObjectNode> more) {
    ObjectNode metadata =
        Calls.metadata(client, controller)
            .put("documentType", type)
            .put("schemaOid", "1.2.246.10.90000011.6." + type + ".2026.11.22");
    more.accept(metadata);
    Answer stored =
        calls.store(
            controller,
            Calls.upload(
                metadata,
                document.toString().getBytes(StandardCharsets.UTF_8),
                MediaType.APPLICATION_JSON),
            Calls.newKey());
    assertThat(stored.status()).as(stored.body().toString()).isEqualTo(201);
    return metadata.path("documentOid").asString();
  }

  public String relationship(JsonNode document) {
    return store(MatterDocuments.RELATIONSHIP, document, metadata -> {});
  }

  public String matter(JsonNode document) {
    return store(MatterDocuments.CASE, document, metadata -> {});
  }

  /** A version after the one of that number. */
  public void after(int version, String documentOid, String type, JsonNode document) {
    store(
        type,
        document,
        metadata ->
            metadata
                .put("documentOid", documentOid)
                .put("baseVersion", documentOid + "." + version));
  }
}
