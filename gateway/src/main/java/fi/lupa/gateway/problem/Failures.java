package fi.lupa.gateway.problem;

import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.util.StringUtils;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** Which problem stands for what went wrong. */
final class Failures {
  private Failures() {}

  /** The first cause that is known decides; unknown errors are {@code INTERNAL_ERROR}. */
  static Problem problem(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
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
      case MethodNotAllowedException e ->
          Problem.of("METHOD_NOT_ALLOWED", HttpHeaders.ALLOW, allowed(e));
      case ResponseStatusException e -> byStatus(e.getStatusCode().value());
      case ReadTimeoutException e -> Problem.of("BACKEND_TIMEOUT");
      // No free connection to the service: it is too busy, the request never left.
      case PoolAcquireTimeoutException e -> Problem.of("BACKEND_UNAVAILABLE");
      case PoolAcquirePendingLimitException e -> Problem.of("BACKEND_UNAVAILABLE");
      case TimeoutException e -> Problem.of("BACKEND_TIMEOUT");
      case IOException e -> Problem.of("BACKEND_UNAVAILABLE");
      case AuthenticationServiceException e -> Problem.of("BACKEND_UNAVAILABLE");
      default -> null;
    };
  }

  private static String allowed(MethodNotAllowedException e) {
    return StringUtils.collectionToCommaDelimitedString(e.getSupportedMethods());
  }

  private static @Nullable Problem byStatus(int status) {
    return switch (status) {
      case 400 -> Problem.of("REQUEST_INVALID");
      case 404 -> Problem.of("NOT_FOUND");
      case 406 -> Problem.of("NOT_ACCEPTABLE");
      case 413 -> Problem.of("PAYLOAD_TOO_LARGE");
      case 415 -> Problem.of("MEDIA_TYPE_UNSUPPORTED");
      case 503 -> Problem.of("BACKEND_UNAVAILABLE");
      default -> null;
    };
  }
}
