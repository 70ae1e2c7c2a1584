package fi.lupa.gateway.contract;

import fi.lupa.gateway.Service;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the public operations of one service from its OpenAPI file. */
final class ContractFile {
  private static final String PUBLIC = "/v1/";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final Service service;
  private final Map<String, Object> document;

  private ContractFile(Service service, Map<String, Object> document) {
    this.service = service;
    this.document = document;
  }

  /**
   * @throws IllegalStateException when the file is missing or offers nothing
   */
  static List<Operation> operations(Service service, Resource file) {
    try (InputStream in = file.getInputStream()) {
      Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      List<Operation> found = new ContractFile(service, document).operations();
      if (found.isEmpty()) {
        throw new IllegalStateException("no public operation in " + file);
      }
      return found;
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }

  private List<Operation> operations() {
    List<Operation> found = new ArrayList<>();
    map(document.get("paths"))
        .forEach((path, item) -> {
          // A service's own paths, such as /internal, may stand in its file; they stay inside.
          if (path.startsWith(PUBLIC)) {
            map(item).forEach((method, act) -> add(found, path, method, act));
          }
        });
    return found;
  }

  private void add(List<Operation> found, String path, String method, Object act) {
    if (METHODS.contains(method)) {
      found.add(
          new Operation(
              service,
              HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)),
              path,
              accepts(map(act)),
              open(map(act))));
    }
  }

  private List<MediaType> accepts(Map<String, Object> act) {
    Map<String, Object> body = resolved(act.get("requestBody"));
    return map(body.get("content")).keySet().stream().map(MediaType::parseMediaType).toList();
  }

  private static boolean open(Map<String, Object> act) {
    return act.get("security") instanceof List<?> schemes && schemes.isEmpty();
  }

  private Map<String, Object> resolved(@Nullable Object node) {
    Map<String, Object> map = map(node);
    if (!(map.get("$ref") instanceof String ref)) {
      return map;
    }
    Object target = document;
    for (String step : ref.substring("#/".length()).split("/")) {
      target = map(target).get(step);
    }
    return map(target);
  }

  @SuppressWarnings("unchecked") // keys of an OpenAPI document are strings
  private static Map<String, Object> map(@Nullable Object node) {
    return node instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
