package fi.lupa.platform.web;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.path.PathType;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.client.BusinessId;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.problem.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A service's OpenAPI 3.1 file, used to check bodies against its schemas (JSON Schema 2020-12). */
public final class Contract {
  /**
   * A property name is repeated to the caller only when it looks like one: it may be anything, an
   * identity code even.
   */
  private static final Pattern TELLABLE = Pattern.compile("[A-Za-z][A-Za-z]{0,39}");

  private final JsonNode document;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private Contract(JsonNode document) {
    this.document = document;
    Dialect dialect =
        Dialect.builder(Dialects.getDraft202012())
            .format(format("oid", Oid::isValid))
            .format(format("identity-code", IdentityCode::isValid))
            .format(format("business-id", BusinessId::isValid))
            .build();
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ENGLISH)
            .build();
    this.registry =
        SchemaRegistry.withDefaultDialect(dialect, builder -> builder.schemaRegistryConfig(config));
  }

  /**
   * @param resource class path of the OpenAPI file, such as {@code /openapi/consent.yaml}
   * @throws IllegalStateException when there is no such file
   */
  public static Contract load(String resource) {
    try (InputStream in = Contract.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no contract at " + resource);
      }
      return new Contract(YAMLMapper.builder().build().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole OpenAPI document. */
  public JsonNode document() {
    return document;
  }

  /** What in the body breaks the named schema; empty when it is fine. */
  public List<Violation> violations(String schema, JsonNode body) {
    return schemas.computeIfAbsent(schema, this::compile).validate(body).stream()
        .map(Contract::violation)
        .distinct()
        .toList();
  }

  private Schema compile(String name) {
    if (document.at("/components/schemas/" + name).isMissingNode()) {
      throw new IllegalArgumentException("the contract has no schema " + name);
    }
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("$ref", "#/components/schemas/" + name);
    root.set("components", document.get("components"));
    return registry.getSchema(root);
  }

  private static Violation violation(com.networknt.schema.Error error) {
    String at = error.getInstanceLocation().toString();
    String property = error.getProperty();
    if (property == null) {
      return new Violation(at, message(error));
    }
    return isTellable(property)
        ? new Violation(at + "/" + property, message(error))
        : new Violation(at, "has a property that isn't known here");
  }

  static boolean isTellable(String property) {
    return TELLABLE.matcher(property).matches();
  }

  private static String message(com.networknt.schema.Error error) {
    return switch (error.getKeyword()) {
      case "required" -> "is required";
      case "additionalProperties", "unevaluatedProperties" -> "isn't known here";
      case "format", "pattern" -> "has the wrong form";
      case "oneOf", "anyOf" -> "must be exactly one of the forms the contract allows";
      default -> error.getMessage();
    };
  }

  private static Format format(String name, Predicate<String> test) {
    return new Format() {
      @Override
      public String getName() {
        return name;
      }

      @Override
      public boolean matches(ExecutionContext context, String value) {
        return test.test(value);
      }
    };
  }
}
