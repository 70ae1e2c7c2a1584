package fi.lupa.gateway.problem;

import fi.lupa.gateway.contract.Operation;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/**
 * Answers with a problem whatever went wrong. The log gets classes and places, never an error's
 * message: that could quote an address with its query.
 */
@Component
@Order(-2)
class ProblemHandler implements WebExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
  private static final int FRAMES = 8;

  private final ProblemWriter writer;

  ProblemHandler(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
    if (error instanceof AbortedException) {
      return Mono.empty(); // the caller has gone: nobody to answer
    }
    Problem problem = Failures.problem(error);
    switch (problem.code()) {
      case "INTERNAL_ERROR" -> line(exchange, problem, Level.ERROR).log(places(error));
      case "BACKEND_UNAVAILABLE", "BACKEND_TIMEOUT" ->
          line(exchange, problem, Level.WARN).log("service away: " + kind(error));
      default -> {}
    }
    return writer.write(exchange, problem);
  }

  /**
   * With the trace stated here: thread locals that logging looks at don't follow a reactive chain.
   */
  private static LoggingEventBuilder line(
      ServerWebExchange exchange, Problem problem, Level level) {
    Operation operation = Operation.of(exchange);
    return LOG.atLevel(level)
        .addKeyValue("code", problem.code())
        .addKeyValue("service", operation == null ? "" : operation.service().label())
        .addKeyValue("answerBegun", exchange.getResponse().isCommitted())
        .addKeyValue("traceId", Traces.traceId(exchange).orElse(""));
  }

  private static String kind(Throwable error) {
    Throwable last = NestedExceptionUtils.getMostSpecificCause(error);
    return last.getClass().getSimpleName();
  }

  private static String places(Throwable error) {
    return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
        .map(cause ->
            Stream.of(cause.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(", ", cause.getClass().getName() + " [", "]")))
        .collect(Collectors.joining(" <- "));
  }
}
