package fi.lupa.gateway.route;

import static fi.lupa.gateway.kit.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.gateway.kit.GatewayIT;
import fi.lupa.gateway.kit.RawBackend;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * Authorization is dead, consent silent, disclosure hangs up without an answer, audit stops
 * half-way.
 */
@TestPropertySource(properties = "lupa.gateway.response-timeout=700ms")
class BackendFaultsIT extends GatewayIT {
  private static final RawBackend SILENT =
      new RawBackend(connection -> new CountDownLatch(1).await());
  private static final RawBackend HANGS_UP = new RawBackend(connection -> {});
  private static final RawBackend HALF =
      new RawBackend(connection -> {
        RawBackend.says(
            connection,
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"items\":");
        new CountDownLatch(1).await();
      });

  @DynamicPropertySource
  static void faults(DynamicPropertyRegistry registry) {
    registry.add("lupa.gateway.backends.authorization", RawBackend::nobody);
    registry.add("lupa.gateway.backends.consent", SILENT::url);
    registry.add("lupa.gateway.backends.disclosure", HANGS_UP::url);
    registry.add("lupa.gateway.backends.audit", HALF::url);
  }

  @Test
  void aDeadServiceIsAwayForNow() {
    HttpResponse<String> answer = send(allowed("/v1/usage-rights/018f"));
    assertProblem(answer, 503, "BACKEND_UNAVAILABLE");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
  }

  @Test
  void aServiceThatHangsUpIsAwayForNow() {
    assertProblem(
        send(post("/v1/record-queries", "application/json", "{}".getBytes())),
        503,
        "BACKEND_UNAVAILABLE");
  }

  @Test
  void aSilentServiceDidNotAnswerInTime() {
    Instant begun = Instant.now();
    HttpResponse<String> answer = send(allowed("/v1/my/permits"));
    assertProblem(answer, 504, "BACKEND_TIMEOUT");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void anAnswerThatStopsHalfWayIsNotTakenForAWholeOne() {
    assertThatThrownBy(() ->
            HttpClient.newHttpClient().send(allowed("/v1/my/log").build(), BodyHandlers.ofString()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void theGatewayItselfStaysReady() {
    assertThat(send(request("/actuator/health/readiness")).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "fi, Palvelu on tilapäisesti poissa käytöstä. Yritä hetken kuluttua uudelleen.",
    "sv, Tjänsten är tillfälligt ur bruk. Försök igen om en stund.",
    "en, The service is temporarily unavailable. Try again in a moment."
  })
  void theCallerIsToldInItsLanguage(String language, String detail) {
    HttpResponse<String> answer =
        send(allowed("/v1/usage-rights/018f").header("Accept-Language", language));
    assertThat(assertProblem(answer, 503, "BACKEND_UNAVAILABLE").path("detail").asString())
        .isEqualTo(detail);
  }
}
