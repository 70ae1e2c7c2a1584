package fi.lupa.platform.web;

import fi.lupa.platform.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Refuses a caller who takes nothing that the contract's operation answers, JSON mostly, before
 * anything is done. Spring finds out only when it writes the answer: then a right would be granted,
 * or an access recorded, and 406 answered.
 */
public final class JsonAnswers implements WebFilter, Ordered {
  private final List<Other> others;

  /** Operations that can also answer in another form than JSON. */
  private record Other(String method, PathPattern path, List<MediaType> forms) {}

  public JsonAnswers(Contract contract) {
    this.others = others(contract.document());
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    boolean inContract = !request.getPath().value().startsWith("/actuator/");
    return inContract && !takesAnswer(request)
        ? Mono.error(Problem.of("NOT_ACCEPTABLE"))
        : chain.filter(exchange);
  }

  /** After Spring Security: who shows no token learns nothing else. */
  @Override
  public int getOrder() {
    return 0;
  }

  private boolean takesAnswer(ServerHttpRequest request) {
    try {
      List<MediaType> accepted = request.getHeaders().getAccept();
      return accepted.isEmpty()
          || Stream.concat(Stream.of(MediaType.APPLICATION_JSON), otherForms(request))
              .anyMatch(form -> accepted.stream().anyMatch(type -> type.isCompatibleWith(form)));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private Stream<MediaType> otherForms(ServerHttpRequest request) {
    return others.stream()
        .filter(other -> other.method().equals(request.getMethod().name()))
        .filter(other -> other.path().matches(request.getPath().pathWithinApplication()))
        .flatMap(other -> other.forms().stream());
  }

  private static List<Other> others(JsonNode document) {
    List<Other> others = new ArrayList<>();
    document
        .path("paths")
        .forEachEntry((path, item) ->
            item.forEachEntry((method, operation) -> {
              List<MediaType> forms =
                  done(operation, document).path("content").propertyNames().stream()
                      .map(MediaType::parseMediaType)
                      .filter(form -> !form.equals(MediaType.APPLICATION_JSON))
                      .toList();
              if (!forms.isEmpty()) {
                others.add(
                    new Other(
                        method.toUpperCase(Locale.ROOT),
                        PathPatternParser.defaultInstance.parse(path),
                        forms));
              }
            }));
    return others;
  }

  /** What answers 200, written out there or once for several operations. */
  private static JsonNode done(JsonNode operation, JsonNode document) {
    JsonNode done = operation.at("/responses/200");
    return done.has("$ref") ? document.at(done.path("$ref").asString().substring(1)) : done;
  }
}
