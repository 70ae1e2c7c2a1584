package fi.lupa.testkit;

import static java.util.Comparator.comparingInt;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A service's OpenAPI 3.1 file as a test's yardstick: which routes there are, and whether an answer
 * is one that the file promises (status, media type, body, required headers).
 */
public final class OpenApiContract {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A path of the document, and what addresses are of it. */
  private record Route(String method, String template, Pattern addresses) {
    static Route of(String operation) {
      String[] parts = operation.split(" ", 2);
      return new Route(
          parts[0], parts[1], Pattern.compile(parts[1].replaceAll("\\{[^}]+}", "[^/]+")));
    }

    boolean takes(String asked, String path) {
      return method.equals(asked) && addresses.matcher(path).matches();
    }

    int variables() {
      return template.split("\\{").length - 1;
    }
  }

  private final JsonNode document;
  private final List<Route> byVariables;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  private final Map<String, Schema> compiled = new ConcurrentHashMap<>();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  private OpenApiContract(JsonNode document) {
    this.document = document;
    byVariables = routes().stream().map(Route::of).sorted(comparingInt(Route::variables)).toList();
  }

  /**
   * @param resource class path of the file, such as {@code /openapi/consent.yaml}
   */
  public static OpenApiContract load(String resource) {
    try (InputStream in = OpenApiContract.class.getResourceAsStream(resource)) {
      return new OpenApiContract(YAMLMapper.builder().build().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode document() {
    return document;
  }

  /** Every operation, such as {@code POST /v1/permits/{id}/withdrawal}. */
  public Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    document
        .path("paths")
        .forEachEntry((path, item) ->
            item.forEachEntry((method, operation) -> {
              if (METHODS.contains(method)) {
                routes.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path);
              }
            }));
    return routes;
  }

  /** What was answered so far, such as {@code POST /v1/permits 201}. */
  public Set<String> seen() {
    return new TreeSet<>(seen);
  }

  /** A client filter that fails a test when an answer isn't one that the file promises. */
  public ExchangeFilterFunction checking() {
    return (request, next) ->
        next.exchange(request)
            .flatMap(response ->
                response
                    .bodyToMono(byte[].class)
                    .defaultIfEmpty(new byte[0])
                    .map(body -> {
                      List<String> wrong =
                          violations(
                              request.method().name(),
                              request.url().getPath(),
                              response.statusCode().value(),
                              response.headers().asHttpHeaders(),
                              body);
                      if (!wrong.isEmpty()) {
                        throw new AssertionError(
                            "not as in the contract: " + String.join("; ", wrong));
                      }
                      return again(response, body);
                    }));
  }

  /** How an answer breaks the contract; empty when it doesn't. */
  public List<String> violations(
      String method, String path, int status, HttpHeaders headers, byte[] body) {
    Optional<String> template = template(method, path);
    if (template.isEmpty()) {
      return status >= 400 ? List.of() : List.of("no such route: " + method + " " + path);
    }
    String place = method + " " + template.get() + " " + status;
    seen.add(place);
    JsonNode answer =
        resolve(
            document
                .path("paths")
                .path(template.get())
                .path(method.toLowerCase(java.util.Locale.ROOT))
                .path("responses")
                .path(String.valueOf(status)));
    if (answer.isMissingNode()) {
      return List.of(place + " isn't in the contract");
    }
    List<String> wrong = new ArrayList<>();
    answer
        .path("headers")
        .forEachEntry((name, header) -> {
          if (resolve(header).path("required").asBoolean(false) && !headers.containsHeader(name)) {
            wrong.add(place + " lacks the header " + name);
          }
        });
    body(place, answer.path("content"), headers.getContentType(), body, wrong);
    return wrong;
  }

  /** Where an example isn't what its own schema allows; empty when all are. */
  public List<String> exampleViolations() {
    List<String> wrong = new ArrayList<>();
    contents(document.path("paths"), "", wrong);
    contents(document.path("components"), "", wrong);
    return wrong;
  }

  private void contents(JsonNode node, String place, List<String> wrong) {
    if (node.has("schema") && node.has("examples")) {
      node.path("examples")
          .forEachEntry((name, example) ->
              validator(node.path("schema"))
                  .validate(resolve(example).path("value"))
                  .forEach(error -> wrong.add(place + "/" + name + " " + error)));
    }
    if (node.isObject()) {
      node.forEachEntry((name, child) -> contents(child, place + "/" + name, wrong));
    }
  }

  private Schema validator(JsonNode schema) {
    return compiled.computeIfAbsent(schema.toString(), text -> compile(schema));
  }

  private void body(
      String place, JsonNode content, MediaType type, byte[] body, List<String> wrong) {
    if (content.isMissingNode()) {
      if (body.length > 0) {
        wrong.add(place + " has a body");
      }
      return;
    }
    String name = type == null ? "" : type.getType() + "/" + type.getSubtype();
    JsonNode schema = content.path(name).path("schema");
    if (schema.isMissingNode()) {
      wrong.add(place + " answers " + name);
      return;
    }
    if (!name.endsWith("json")) {
      return; // a schema of JSON has nothing to say of a PDF
    }
    boolean lines = "application/x-ndjson".equals(name);
    String text = new String(body, StandardCharsets.UTF_8);
    (lines ? text.lines() : Stream.of(text))
        .flatMap(one -> validator(schema).validate(JSON.readTree(one)).stream())
        .forEach(error -> wrong.add(place + " " + error));
  }

  private Schema compile(JsonNode schema) {
    ObjectNode root = ((ObjectNode) schema).deepCopy();
    root.set("components", document.path("components"));
    return registry.getSchema(root);
  }

  private Optional<String> template(String method, String path) {
    return byVariables.stream()
        .filter(route -> route.takes(method, path))
        .findFirst()
        .map(Route::template);
  }

  private JsonNode resolve(JsonNode node) {
    String ref = node.path("$ref").asString("");
    return ref.isEmpty() ? node : document.at(ref.substring(1));
  }

  private static ClientResponse again(ClientResponse response, byte[] body) {
    DataBuffer buffer = DefaultDataBufferFactory.sharedInstance.wrap(body);
    return response.mutate().body(Flux.just(buffer)).build();
  }
}
