package fi.lupa.gateway.problem;

import fi.lupa.gateway.contract.Operation;
import fi.lupa.gateway.problem.ReasonCatalog.Reason;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a problem as {@code application/problem+json} in the caller's language, in the services'
 * form.
 */
@Component
public class ProblemWriter {
  private static final String TYPE = "https://lupa.fi/problems/";
  private static final String RETRY_AFTER_SECONDS = "2";

  private final ReasonCatalog catalog = ReasonCatalog.load();
  private final JsonMapper json = JsonMapper.builder().build();

  /** Writes the problem, or fails with it when the answer has already begun. */
  public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
    ServerHttpResponse response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.error(problem);
    }
    Reason reason = catalog.reason(problem.code());
    HttpHeaders headers = response.getHeaders();
    headers.clear();
    response.setRawStatusCode(reason.status());
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    problem.headers().forEach(headers::set);
    switch (reason.status()) {
      case 401 -> headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      case 503, 504 -> headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
      default -> {}
    }
    byte[] body = json.writeValueAsBytes(body(exchange, problem.code(), reason));
    headers.setContentLength(body.length);
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
  }

  private static Map<String, Object> body(ServerWebExchange exchange, String code, Reason reason) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", TYPE + code.toLowerCase(Locale.ROOT).replace('_', '-'));
    body.put("title", reason.title());
    body.put("status", HttpStatusCode.valueOf(reason.status()).value());
    body.put("detail", reason.text().in(Languages.of(exchange.getRequest().getHeaders())));
    body.put("code", code);
    // Only an address of the contract: another one could hold anything, also a person's identity
    // code.
    if (Operation.of(exchange) != null) {
      body.put("instance", exchange.getRequest().getPath().value());
    }
    Traces.traceId(exchange).ifPresent(id -> body.put("traceId", id));
    return body;
  }
}
