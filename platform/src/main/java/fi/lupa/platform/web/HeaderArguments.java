package fi.lupa.platform.web;

import fi.lupa.platform.problem.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Binds {@link IdempotencyKey}, {@link ExpectedVersion} and {@link PageRequest}. They are looked at
 * only when it's their turn: a handler that takes its caller first refuses the caller first.
 */
public final class HeaderArguments implements HandlerMethodArgumentResolver {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");
  private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    Class<?> type = parameter.getParameterType();
    return type == IdempotencyKey.class
        || type == ExpectedVersion.class
        || type == PageRequest.class;
  }

  @Override
  public Mono<Object> resolveArgument(
      MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
    return Mono.fromSupplier(() -> argument(parameter.getParameterType(), exchange));
  }

  private static Object argument(Class<?> type, ServerWebExchange exchange) {
    HttpHeaders headers = exchange.getRequest().getHeaders();
    if (type == IdempotencyKey.class) {
      return key(headers);
    }
    return type == ExpectedVersion.class ? version(headers) : page(exchange);
  }

  private static IdempotencyKey key(HttpHeaders headers) {
    String key = headers.getFirst("Idempotency-Key");
    if (key == null || !KEY.matcher(key).matches()) {
      throw Problem.of("IDEMPOTENCY_KEY_MISSING");
    }
    return new IdempotencyKey(key);
  }

  private static ExpectedVersion version(HttpHeaders headers) {
    String tag = headers.getFirst(HttpHeaders.IF_MATCH);
    if (tag == null) {
      throw Problem.of("PRECONDITION_REQUIRED");
    }
    Matcher version = ETAG.matcher(tag);
    if (!version.matches()) {
      throw Problem.of("VERSION_CONFLICT");
    }
    return new ExpectedVersion(Long.parseLong(version.group(1)));
  }

  private static PageRequest page(ServerWebExchange exchange) {
    String limit = exchange.getRequest().getQueryParams().getFirst("limit");
    String cursor = exchange.getRequest().getQueryParams().getFirst("cursor");
    return new PageRequest(limit == null ? PageRequest.DEFAULT_LIMIT : limit(limit), cursor);
  }

  private static int limit(String text) {
    if (text.matches("\\d{1,3}")) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= PageRequest.LARGEST_LIMIT) {
        return limit;
      }
    }
    throw Problem.invalid("/limit", "must be a number from 1 to " + PageRequest.LARGEST_LIMIT);
  }
}
