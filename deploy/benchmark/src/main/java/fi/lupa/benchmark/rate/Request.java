package fi.lupa.benchmark.rate;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpMethod;
import java.net.URI;
import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * One request and the status that its answer must have.
 *
 * @param body sent as it is; empty for none
 */
public record Request(
    HttpMethod method, URI target, Map<String, String> headers, byte[] body, int expected) {
  /** Gives how many bytes the answer had, or an error when it isn't the expected one. */
  Mono<Integer> send(HttpClient http) {
    return http.headers(all -> headers.forEach(all::set))
        .request(method)
        .uri(target)
        .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
        .responseSingle((answer, content) -> {
          Mono<Integer> size = content.map(buffer -> buffer.readableBytes()).defaultIfEmpty(0);
          return answer.status().code() == expected
              ? size
              : size.then(Mono.error(new Unexpected(answer.status().code())));
        });
  }

  /** An answer of another status than the expected one. */
  static final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unexpected(int status) {
      super("answered " + status, null, false, false);
    }
  }
}
