package fi.lupa.gateway.contract;

import fi.lupa.gateway.GatewaySettings;
import fi.lupa.gateway.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The allow-list: every operation of every service, found by path and method. */
@Component
public final class Contract {

  /** One path with what can be done there. */
  public record Place(PathPattern pattern, Map<HttpMethod, Operation> acts) {
    /** {@code HEAD} is answered like {@code GET}. */
    public @Nullable Operation act(HttpMethod method) {
      return acts.get(method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method);
    }
  }

  private final List<Operation> operations;
  private final List<Place> places;

  /** Those without variables, which most requests are for. */
  private final Map<String, Place> fixed;

  @Autowired
  Contract(GatewaySettings settings, ResourceLoader files) {
    this(read(settings, files));
  }

  /**
   * @throws IllegalStateException when two services offer the same act
   */
  Contract(List<Operation> operations) {
    Map<PathPattern, Map<HttpMethod, Operation>> byPath = new HashMap<>();
    for (Operation operation : operations) {
      PathPattern pattern = PathPatternParser.defaultInstance.parse(operation.template());
      Operation twin =
          byPath
              .computeIfAbsent(pattern, p -> new TreeMap<>(Comparator.comparing(HttpMethod::name)))
              .put(operation.method(), operation);
      if (twin != null) {
        throw new IllegalStateException(
            "offered twice: " + operation.method() + " " + operation.template());
      }
    }
    this.operations = List.copyOf(operations);
    this.places =
        byPath.entrySet().stream()
            .map(entry -> new Place(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(Place::pattern))
            .toList();
    this.fixed =
        places.stream()
            .filter(place -> isPlain(place.pattern().getPatternString()))
            .collect(Collectors.toMap(place -> place.pattern().getPatternString(), place -> place));
  }

  /** Everything that can be reached. */
  public List<Operation> operations() {
    return operations;
  }

  /** The place a raw path means; null when there is none. */
  public @Nullable Place place(String path) {
    Place known = fixed.get(path);
    if (known != null) {
      return known;
    }
    if (!isPlain(path)) {
      return null;
    }
    PathContainer parsed = PathContainer.parsePath(path);
    for (Place place : places) {
      if (place.pattern().matches(parsed)) {
        return place;
      }
    }
    return null;
  }

  /** Ids are OIDs and UUIDs: nothing encoded, no parameters, no dot segments ever. */
  private static boolean isPlain(String path) {
    char before = 0;
    for (int at = 0; at < path.length(); at++) {
      char one = path.charAt(at);
      boolean first = before == '/';
      boolean fits = one == '/' ? !first : isOfName(one) || (one == '.' && !first);
      if (!fits || (at == 0 && one != '/')) {
        return false;
      }
      before = one;
    }
    return before != 0 && before != '/';
  }

  private static boolean isOfName(char one) {
    return (one >= 'a' && one <= 'z')
        || (one >= 'A' && one <= 'Z')
        || (one >= '0' && one <= '9')
        || one == '_'
        || one == '-';
  }

  private static List<Operation> read(GatewaySettings settings, ResourceLoader files) {
    List<Operation> all = new ArrayList<>();
    for (Service service : Service.values()) {
      String file = settings.contracts() + service.label() + ".yaml";
      all.addAll(ContractFile.operations(service, Objects.requireNonNull(files.getResource(file))));
    }
    return all;
  }
}
