package fi.lupa.gateway.header;

import static fi.lupa.gateway.kit.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.gateway.Service;
import fi.lupa.gateway.kit.Backend;
import fi.lupa.gateway.kit.GatewayIT;
import fi.lupa.gateway.kit.RawCall;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersIT extends GatewayIT {
  private static final String LOG = "/v1/my/log";

  @Test
  void whatACallerSaysOfItsWayIsNotPassedOn() {
    send(
        allowed(LOG)
            .header("X-Forwarded-For", "10.0.0.1")
            .header("X-Forwarded-Host", "evil.example")
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Prefix", "/x")
            .header("Forwarded", "for=10.0.0.1")
            .header("Cookie", "lupa-portal=secret"));
    Backend.Request seen = backend(Service.AUDIT).last();
    assertThat(seen.headers().keySet())
        .noneMatch(name -> name.toLowerCase().contains("forwarded"))
        .doesNotContain("Cookie");
    assertThat(seen.header("Host")).doesNotContain("evil");
  }

  @Test
  void headersForTheNextHopStayHere() {
    String answer =
        RawCall.send(
            port,
            """
            GET /v1/my/log HTTP/1.1
            Host: localhost
            Authorization: Bearer %s
            Connection: close, X-Private
            X-Private: 1
            Keep-Alive: timeout=5
            TE: trailers
            Proxy-Authorization: Basic eDp5

            """
                .formatted(ISSUER.token()));
    assertThat(answer).startsWith("HTTP/1.1 200");
    assertThat(backend(Service.AUDIT).last().headers().keySet())
        .doesNotContain("X-private", "Keep-alive", "Te", "Proxy-authorization");
  }

  @Test
  void whatTheServicesNeedIsPassedOnBothWays() {
    backend(Service.AUTHORIZATION)
        .answers(exchange -> {
          exchange.raw().getResponseHeaders().set("ETag", "\"4\"");
          exchange.answers(200, "application/json", "{}");
        });
    HttpResponse<String> answer =
        send(
            post("/v1/usage-rights", "application/json", "{}".getBytes())
                .header("Idempotency-Key", "k-1")
                .header("If-Match", "\"3\"")
                .header("Accept-Language", "sv"));
    Backend.Request seen = backend(Service.AUTHORIZATION).last();
    assertThat(seen.header("Idempotency-Key")).isEqualTo("k-1");
    assertThat(seen.header("If-Match")).isEqualTo("\"3\"");
    assertThat(seen.header("Accept-Language")).isEqualTo("sv");
    assertThat(answer.headers().firstValue("ETag")).hasValue("\"4\"");
  }

  @Test
  void theTraceGoesOn() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    send(allowed(LOG).header("traceparent", "00-" + trace + "-00f067aa0ba902b7-00"));
    assertThat(backend(Service.AUDIT).last().header("traceparent")).startsWith("00-" + trace);

    HttpResponse<String> refused =
        send(request(LOG).header("traceparent", "00-" + trace + "-00f067aa0ba902b7-00"));
    assertThat(assertProblem(refused, 401, "TOKEN_MISSING").path("traceId").asString())
        .isEqualTo(trace);
  }

  @Test
  void aTraceBeginsHereWhenNoneCame() {
    send(allowed(LOG));
    assertThat(backend(Service.AUDIT).last().header("traceparent"))
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]");
  }

  @Test
  void answersOfServicesAreNeverKeptAndCarryNoCookies() {
    backend(Service.AUDIT)
        .answers(exchange -> {
          exchange.raw().getResponseHeaders().set("Cache-Control", "public, max-age=99");
          exchange.raw().getResponseHeaders().set("Set-Cookie", "a=b");
          exchange.raw().getResponseHeaders().set("Content-Security-Policy", "none");
          exchange.answers(200, "application/json", "{}");
        });
    HttpResponse<String> answer = send(allowed(LOG));
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .containsExactly("default-src 'none'; frame-ancestors 'none'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/docs", "/v1/my/log", "/v1/unknown", "/actuator/health/liveness"})
  void everyAnswerIsProtected(String path) {
    HttpResponse<String> answer = send(request(path));
    Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer")
        .forEach(
            (name, value) -> assertThat(answer.headers().allValues(name)).containsExactly(value));
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"))
        .hasValueSatisfying(policy -> assertThat(policy).doesNotContain("unsafe"));
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void tooManyHeadersAreRefused() {
    assertThat(send(allowed(LOG).header("X-Long", "x".repeat(17_000))).statusCode()).isEqualTo(431);
    assertThat(send(allowed(LOG + "?cursor=" + "x".repeat(5_000))).statusCode()).isEqualTo(414);
    assertThat(backend(Service.AUDIT).requests()).isEmpty();
  }

  @Test
  void oneRequestCannotHideAnother() {
    String answer =
        RawCall.send(
            port,
            """
            POST /v1/permits HTTP/1.1
            Host: localhost
            Authorization: Bearer %s
            Content-Type: application/json
            Content-Length: 4
            Transfer-Encoding: chunked
            Connection: close

            0

            GET /internal/facts HTTP/1.1
            Host: localhost

            """
                .formatted(ISSUER.token()));
    assertThat(backend(Service.CONSENT).requests())
        .as(answer)
        .allSatisfy(request -> assertThat(request.uri()).isEqualTo("/v1/permits"));
  }
}
