package fi.lupa.gateway.limit;

import fi.lupa.gateway.contract.Operation;
import fi.lupa.gateway.problem.Problem;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Refuses a body that is too large or of a form the operation doesn't take. A body of stated length
 * is refused before a byte of it is read, one of unknown length when it has passed the limit; it is
 * counted on its way, never collected.
 */
@Component
@Order(0)
class BodyFilter implements WebFilter {

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    Operation operation = Operation.of(exchange);
    if (operation == null) {
      return chain.filter(exchange);
    }
    HttpHeaders headers = exchange.getRequest().getHeaders();
    long limit = BodyLimit.of(operation);
    if (headers.getContentLength() > limit) {
      return Mono.error(Problem.of("PAYLOAD_TOO_LARGE"));
    }
    if (hasBody(headers) && !accepted(headers, operation.accepts())) {
      return Mono.error(Problem.of("MEDIA_TYPE_UNSUPPORTED"));
    }
    ServerHttpRequest counted = new Counted(exchange.getRequest(), limit);
    return chain.filter(exchange.mutate().request(counted).build());
  }

  private static boolean hasBody(HttpHeaders headers) {
    return headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
  }

  private static boolean accepted(HttpHeaders headers, List<MediaType> accepts) {
    try {
      MediaType sent = headers.getContentType();
      return accepts.isEmpty()
          || (sent != null && accepts.stream().anyMatch(accept -> accept.includes(sent)));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static final class Counted extends ServerHttpRequestDecorator {
    private final long limit;

    Counted(ServerHttpRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public Flux<DataBuffer> getBody() {
      return Flux.defer(() -> {
        long[] seen = new long[1];
        return super.getBody()
            .handle((buffer, sink) -> {
              seen[0] += buffer.readableByteCount();
              if (seen[0] > limit) {
                DataBufferUtils.release(buffer);
                sink.error(Problem.of("PAYLOAD_TOO_LARGE"));
              } else {
                sink.next(buffer);
              }
            });
      });
    }
  }
}
