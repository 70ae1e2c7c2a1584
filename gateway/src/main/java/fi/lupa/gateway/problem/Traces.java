package fi.lupa.gateway.problem;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;

/** The W3C trace a request belongs to. */
final class Traces {
  private Traces() {}

  static Optional<String> traceId(ServerWebExchange exchange) {
    return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
        .map(Traces::span)
        .map(Span::context)
        .map(TraceContext::traceId);
  }

  private static @Nullable Span span(ServerRequestObservationContext context) {
    TracingContext tracing = context.get(TracingContext.class);
    return tracing == null ? null : tracing.getSpan();
  }
}
