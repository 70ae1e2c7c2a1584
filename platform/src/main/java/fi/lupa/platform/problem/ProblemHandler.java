package fi.lupa.platform.problem;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/**
 * Turns whatever went wrong into a problem with a stable code. Unforeseen errors are logged by
 * class and place, never with their message: a database's message may quote data.
 */
@Order(-2)
public final class ProblemHandler implements WebExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

  private final ProblemWriter writer;

  public ProblemHandler(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
    Problem problem = problem(error);
    if (problem.code().equals("INTERNAL_ERROR")) {
      if (DisconnectedClientHelper.isClientDisconnectedException(error)) {
        return Mono.error(error);
      }
      LOG.error("unforeseen error: {}", Places.of(error));
    } else if (problem.code().equals("BACKEND_UNAVAILABLE")) {
      LOG.warn("backend away: {}", Places.of(error));
    }
    if (error instanceof ErrorResponse response && !exchange.getResponse().isCommitted()) {
      // Allow with 405, Accept with 415
      exchange.getResponse().getHeaders().putAll(response.getHeaders());
    }
    return writer.write(exchange, problem);
  }

  /** Whether the error says that a backend is away or busy: the same may well succeed later. */
  public static boolean isAway(Throwable error) {
    return problem(error).code().equals("BACKEND_UNAVAILABLE");
  }

  static Problem problem(Throwable error) {
    for (Throwable cause : Places.causes(error)) {
      Problem known = known(cause);
      if (known != null) {
        return known;
      }
    }
    return Problem.of("INTERNAL_ERROR");
  }

  private static @Nullable Problem known(Throwable cause) {
    return switch (cause) {
      case Problem problem -> problem;
      case DataBufferLimitException e -> Problem.of("PAYLOAD_TOO_LARGE");
      case ResponseStatusException e -> byStatus(e);
      case R2dbcNonTransientResourceException e -> Problem.of("BACKEND_UNAVAILABLE");
      case R2dbcTransientException e -> Problem.of("BACKEND_UNAVAILABLE");
      case DataAccessResourceFailureException e -> Problem.of("BACKEND_UNAVAILABLE");
      case TransientDataAccessException e -> Problem.of("BACKEND_UNAVAILABLE");
      case CannotCreateTransactionException e -> Problem.of("BACKEND_UNAVAILABLE");
      case TransactionSystemException e -> Problem.of("BACKEND_UNAVAILABLE");
      case AuthenticationServiceException e -> Problem.of("BACKEND_UNAVAILABLE");
      case TimeoutException e -> Problem.of("BACKEND_UNAVAILABLE");
      default -> null;
    };
  }

  private static @Nullable Problem byStatus(ResponseStatusException e) {
    return switch (e.getStatusCode().value()) {
      case 400 -> e.getCause() instanceof DataBufferLimitException ? null : unreadable(e);
      case 404 -> Problem.of("NOT_FOUND");
      case 405 -> Problem.of("METHOD_NOT_ALLOWED");
      case 406 -> Problem.of("NOT_ACCEPTABLE");
      case 413 -> Problem.of("PAYLOAD_TOO_LARGE");
      case 415 -> Problem.of("MEDIA_TYPE_UNSUPPORTED");
      default -> null;
    };
  }

  /** A query or path parameter is named by its name after a slash. */
  private static Problem unreadable(ResponseStatusException e) {
    String parameter =
        e instanceof ServerWebInputException input && input.getMethodParameter() != null
            ? input.getMethodParameter().getParameterName()
            : null;
    return parameter == null
        ? Problem.invalid("", "the request can't be read")
        : Problem.invalid("/" + parameter, "is missing or has the wrong form");
  }
}
