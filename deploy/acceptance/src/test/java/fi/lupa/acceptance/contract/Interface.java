package fi.lupa.acceptance.contract;

import fi.lupa.acceptance.api.Call;
import fi.lupa.acceptance.api.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads one service's OpenAPI file as the gateway serves it. */
public final class Interface {
  private static final List<String> SERVICES =
      List.of("authorization", "consent", "disclosure", "audit");
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final JsonNode file;

  private Interface(JsonNode file) {
    this.file = file;
  }

  /** Every operation that the gateway offers to who has a token; what proves the log needs none. */
  public static List<Operation> operations() {
    return SERVICES.stream()
        .flatMap(service -> of(service).all())
        .filter(operation -> !operation.scopes().isEmpty())
        .toList();
  }

  private static Interface of(String service) {
    String text = Http.expect(200, Call.of("GET", "/openapi/" + service + ".yaml")).body();
    return new Interface(new YAMLMapper().readTree(text));
  }

  private Stream<Operation> all() {
    var found = new ArrayList<Operation>();
    file.path("paths")
        .propertyStream()
        .filter(path -> path.getKey().startsWith("/v1/"))
        .forEach(path ->
            path.getValue()
                .propertyStream()
                .filter(act -> METHODS.contains(act.getKey()))
                .forEach(act -> found.add(operation(path.getKey(), path.getValue(), act))));
    return found.stream();
  }

  private Operation operation(String path, JsonNode item, Map.Entry<String, JsonNode> act) {
    JsonNode operation = act.getValue();
    JsonNode content = resolved(operation.path("requestBody")).path("content");
    String mediaType = content.propertyNames().stream().findFirst().orElse("");
    JsonNode body = content.path(mediaType);
    return new Operation(
        act.getKey().toUpperCase(Locale.ROOT),
        path,
        scopes(operation),
        parameters(item, operation)
            .map(one -> one.path("name").asString())
            .collect(Collectors.toSet()),
        query(parameters(item, operation)),
        mediaType,
        resolved(body.path("schema"))
            .path("required")
            .valueStream()
            .map(JsonNode::asString)
            .collect(Collectors.toSet()),
        open(resolved(body.path("schema"))),
        example(body),
        Set.copyOf(operation.path("responses").propertyNames()));
  }

  private static Set<String> open(JsonNode schema) {
    return schema
        .path("properties")
        .propertyStream()
        .filter(member -> member.getValue().path("type").asString("").equals("object"))
        .filter(member -> !member.getValue().has("properties"))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** One scope per alternative. */
  private static List<String> scopes(JsonNode operation) {
    return operation
        .path("security")
        .valueStream()
        .map(alternative -> alternative.valueStream().findFirst().orElseThrow().path(0).asString())
        .toList();
  }

  private Stream<JsonNode> parameters(JsonNode item, JsonNode operation) {
    return Stream.concat(
            item.path("parameters").valueStream(), operation.path("parameters").valueStream())
        .map(this::resolved);
  }

  private static String query(Stream<JsonNode> parameters) {
    return parameters
        .filter(one ->
            one.path("in").asString().equals("query") && one.path("required").asBoolean(false))
        .map(one -> one.path("name").asString() + "=" + one.path("example").asString("1"))
        .collect(Collectors.joining("&"));
  }

  private Optional<JsonNode> example(JsonNode body) {
    return Stream.concat(
            Stream.of(body.path("example")).filter(JsonNode::isObject),
            body.path("examples").valueStream().map(this::resolved).map(e -> e.path("value")))
        .findFirst();
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : file.at(reference.substring(1));
  }
}
