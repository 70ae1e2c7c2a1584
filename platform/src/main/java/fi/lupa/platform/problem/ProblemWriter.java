package fi.lupa.platform.problem;

import fi.lupa.platform.problem.ReasonCatalog.Reason;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as {@code application/problem+json} (RFC 9457) in the caller's language. */
public final class ProblemWriter {
  private static final String TYPE = "https://lupa.fi/problems/";
  private static final String RETRY_AFTER_SECONDS = "2";

  private final ReasonCatalog catalog;
  private final JsonMapper json;

  public ProblemWriter(ReasonCatalog catalog, JsonMapper json) {
    this.catalog = catalog;
    this.json = json;
  }

  public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
    ServerHttpResponse response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.error(problem);
    }
    Reason reason = catalog.reason(problem.code());
    int status = status(problem, reason);
    Map<String, Object> body = body(exchange, problem, reason, status);
    response.setStatusCode(HttpStatusCode.valueOf(status));
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    response.getHeaders().setCacheControl("no-store");
    response.getHeaders().remove(HttpHeaders.ETAG);
    if (status == 503) {
      response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    if (status == 401) {
      response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    byte[] bytes = json.writeValueAsBytes(body);
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
  }

  private static int status(Problem problem, Reason reason) {
    Integer insisted = problem.status();
    if (insisted != null) {
      return insisted;
    }
    return reason.status() == null ? 500 : reason.status();
  }

  private Map<String, Object> body(
      ServerWebExchange exchange, Problem problem, Reason reason, int status) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", TYPE + problem.code().toLowerCase(Locale.ROOT).replace('_', '-'));
    body.put("title", reason.title());
    body.put("status", status);
    body.put("detail", reason.text().in(Languages.of(exchange.getRequest().getHeaders())));
    body.put("code", problem.code());
    body.put("instance", exchange.getRequest().getPath().value());
    Traces.traceId(exchange).ifPresent(id -> body.put("traceId", id));
    if (!problem.violations().isEmpty()) {
      body.put("violations", problem.violations());
    }
    body.putAll(problem.extras());
    return body;
  }
}
