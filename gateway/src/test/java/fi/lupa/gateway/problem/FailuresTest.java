package fi.lupa.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

class FailuresTest {

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(Problem.of("PAYLOAD_TOO_LARGE"), "PAYLOAD_TOO_LARGE"),
        Arguments.of(new RuntimeException(Problem.of("TOKEN_INVALID")), "TOKEN_INVALID"),
        Arguments.of(new ConnectException(), "BACKEND_UNAVAILABLE"),
        Arguments.of(new ConnectTimeoutException(), "BACKEND_UNAVAILABLE"),
        Arguments.of(new IOException("reset"), "BACKEND_UNAVAILABLE"),
        Arguments.of(ReadTimeoutException.INSTANCE, "BACKEND_TIMEOUT"),
        Arguments.of(new TimeoutException(), "BACKEND_TIMEOUT"),
        Arguments.of(
            new PoolAcquireTimeoutException(java.time.Duration.ofSeconds(1)),
            "BACKEND_UNAVAILABLE"),
        Arguments.of(new PoolAcquirePendingLimitException(1), "BACKEND_UNAVAILABLE"),
        Arguments.of(new ResponseStatusException(HttpStatus.NOT_FOUND), "NOT_FOUND"),
        Arguments.of(new ServerWebInputException("x"), "REQUEST_INVALID"),
        Arguments.of(
            new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE), "BACKEND_UNAVAILABLE"),
        Arguments.of(new IllegalStateException("unknown"), "INTERNAL_ERROR"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void eachFailureHasItsProblem(Throwable failure, String code) {
    assertThat(Failures.problem(failure).code()).isEqualTo(code);
  }
}
