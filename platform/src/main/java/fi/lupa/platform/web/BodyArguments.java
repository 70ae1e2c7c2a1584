package fi.lupa.platform.web;

import fi.lupa.platform.problem.Problem;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Binds parameters marked {@link RequestSchema}. Bodies over 256 KiB are refused unread. */
public final class BodyArguments implements HandlerMethodArgumentResolver {
  private static final int LARGEST_BYTES = 256 * 1024;

  private final BodyReader reader;

  public BodyArguments(BodyReader reader) {
    this.reader = reader;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(RequestSchema.class);
  }

  @Override
  public Mono<Object> resolveArgument(
      MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
    RequestSchema schema = parameter.getParameterAnnotation(RequestSchema.class);
    ServerHttpRequest request = exchange.getRequest();
    if (schema == null || !isJson(request.getHeaders())) {
      return Mono.error(Problem.of("MEDIA_TYPE_UNSUPPORTED"));
    }
    return DataBufferUtils.join(request.getBody(), LARGEST_BYTES)
        .map(BodyArguments::bytes)
        .defaultIfEmpty(new byte[0])
        .map(body -> reader.read(body, schema.value(), parameter.getParameterType()));
  }

  private static boolean isJson(HttpHeaders headers) {
    try {
      MediaType type = headers.getContentType();
      return type != null && MediaType.APPLICATION_JSON.isCompatibleWith(type);
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }
}
