package fi.lupa.platform.problem;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;
import reactor.util.context.ContextView;

/** The W3C trace a request belongs to, found without thread locals. */
public final class Traces {
  private Traces() {}

  public static Optional<String> traceId(ServerWebExchange exchange) {
    return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
        .flatMap(Traces::trace)
        .map(TraceContext::traceId);
  }

  /**
   * The {@code traceparent} header's value (W3C Trace Context) for what happens in this reactive
   * chain.
   */
  public static Optional<String> traceparent(ContextView chain) {
    Observation observation = chain.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
    return Optional.ofNullable(observation)
        .flatMap(found -> trace(found.getContext()))
        .map(Traces::header);
  }

  private static Optional<TraceContext> trace(Observation.ContextView context) {
    @Nullable TracingContext tracing = context.get(TracingContext.class);
    return Optional.ofNullable(tracing)
        .map(TracingContext::getSpan)
        .map(io.micrometer.tracing.Span::context);
  }

  private static String header(TraceContext context) {
    String sampled = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
    return "00-" + context.traceId() + "-" + context.spanId() + "-" + sampled;
  }
}
