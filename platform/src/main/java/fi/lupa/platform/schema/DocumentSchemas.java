package fi.lupa.platform.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import fi.lupa.contracts.Oid;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Document schemas (JSON Schema draft-07) by their OID: from the operator's folders, else from
 * Lupa's own samples. A schema is compiled when it is first needed and kept.
 */
public final class DocumentSchemas {
  private final List<Path> folders;
  private final JsonMapper json;
  private final Map<Oid, Schema> compiled = new ConcurrentHashMap<>();
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_7,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder()
                      .pathType(PathType.JSON_POINTER)
                      .locale(Locale.ENGLISH)
                      .build()));

  DocumentSchemas(List<Path> folders, JsonMapper json) {
    this.folders = folders;
    if (!folders.stream().allMatch(Files::isDirectory)) {
      throw new IllegalArgumentException("LUPA_SCHEMAS must name folders that exist");
    }
    this.json = json;
  }

  /** The schema of that OID, if there is one. */
  public Optional<Schema> find(Oid schema) {
    Schema known = compiled.get(schema);
    if (known != null) {
      return Optional.of(known);
    }
    return read(schema)
        .map(tree -> compiled.computeIfAbsent(schema, _ -> registry.getSchema(tree)));
  }

  private Optional<JsonNode> read(Oid schema) {
    String file = schema.value() + ".json";
    try (InputStream in = open(file)) {
      return in == null ? Optional.empty() : Optional.of(json.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable InputStream open(String file) throws IOException {
    for (Path folder : folders) {
      Path path = folder.resolve(file);
      if (Files.isRegularFile(path)) {
        return Files.newInputStream(path);
      }
    }
    ClassPathResource own = new ClassPathResource("schemas/" + file);
    return own.exists() ? own.getInputStream() : null;
  }
}
