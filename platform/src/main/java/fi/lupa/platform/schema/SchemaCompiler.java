package fi.lupa.platform.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes validators of schema files. */
final class SchemaCompiler {
  private static final String DRAFT_07 = "http://json-schema.org/draft-07/schema";

  /** What the national schemas tell people; without it they take a third of the memory. */
  private static final String ANNOTATIONS = "sosmeta";

  /** Keywords whose members are names of properties, not keywords. */
  private static final Set<String> NAMED =
      Set.of("properties", "patternProperties", "definitions", "dependencies");

  private static final Set<String> VALUES = Set.of("enum", "const", "default", "examples");

  private final JsonMapper json =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private final LinearPatterns patterns = new LinearPatterns();
  private final Schema draft = registry().getSchema(SchemaLocation.of(DRAFT_07));

  /**
   * @throws BadSchemas when it isn't a schema of draft-07, refers to another file, or asks what
   *     can't be checked in bounded time
   */
  Schema compile(SchemaFile file) {
    JsonNode tree = read(file);
    if (!tree.path("$schema").asString(DRAFT_07).replace("#", "").equals(DRAFT_07)) {
      throw new BadSchemas(file.where(), "isn't JSON Schema draft-07");
    }
    prepare(tree, file);
    List<Error> errors = draft.validate(tree);
    if (!errors.isEmpty()) {
      throw new BadSchemas(file.where(), "breaks draft-07 at " + place(errors.getFirst()));
    }
    try {
      // a registry of its own: a schema can't name itself into another's place
      Schema schema = registry().getSchema(tree);
      schema.initializeValidators();
      return schema;
    } catch (BadSchemas e) {
      throw new BadSchemas(file.where(), String.valueOf(e.getMessage()));
    } catch (SchemaException e) {
      throw new BadSchemas(file.where(), "can't be compiled: " + e.getMessage());
    }
  }

  private JsonNode read(SchemaFile file) {
    try {
      JsonNode tree = json.readTree(file.json());
      if (tree.isObject()) {
        return tree;
      }
    } catch (JacksonException e) {
      throw new BadSchemas(file.where(), "isn't JSON (line " + e.getLocation().getLineNr() + ")");
    }
    throw new BadSchemas(file.where(), "isn't a JSON object");
  }

  /** Takes the annotations out, and refuses references to other files: none is ever fetched. */
  private static void prepare(JsonNode schema, SchemaFile file) {
    if (schema instanceof ObjectNode object) {
      object.remove(ANNOTATIONS);
      if (!object.path("$ref").asString("#").startsWith("#")) {
        throw new BadSchemas(file.where(), "refers to another file");
      }
      object
          .properties()
          .forEach(keyword -> {
            if (NAMED.contains(keyword.getKey())) {
              keyword.getValue().forEach(named -> prepare(named, file));
            } else if (!VALUES.contains(keyword.getKey())) {
              prepare(keyword.getValue(), file);
            }
          });
    } else if (schema.isArray()) {
      schema.forEach(item -> prepare(item, file));
    }
  }

  private static String place(Error error) {
    return error.getInstanceLocation() + " (" + error.getKeyword() + ")";
  }

  private SchemaRegistry registry() {
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_7,
        builder ->
            builder.schemaRegistryConfig(
                SchemaRegistryConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .locale(Locale.ENGLISH)
                    .regularExpressionFactory(patterns)
                    .build()));
  }
}
