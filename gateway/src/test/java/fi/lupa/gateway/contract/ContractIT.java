package fi.lupa.gateway.contract;

import static fi.lupa.gateway.kit.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.gateway.Service;
import fi.lupa.gateway.kit.GatewayIT;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;

class ContractIT extends GatewayIT {
  @Autowired private RouteLocator routes;

  @Test
  void thereIsOneRouteForEachService() {
    assertThat(routes.getRoutes().map(Route::getId).collectList().block())
        .containsExactlyInAnyOrder("authorization", "consent", "disclosure", "audit");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/usage-rights/018f, AUTHORIZATION",
    "/v1/organisations/1.2.246.10.91000005.10.0, AUTHORIZATION",
    "/v1/my/permits, CONSENT",
    "/v1/my/log?limit=20&cursor=abc%3D, AUDIT"
  })
  void aRequestReachesItsServiceAsItWasSent(String path, Service service) {
    assertThat(send(allowed(path)).statusCode()).isEqualTo(200);
    assertThat(backend(service).requests()).hasSize(1);
    assertThat(backend(service).last().uri()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1",
        "/v1/",
        "/v1/unknown",
        "/v1/usage-rights/",
        "/v1/usage-rights/018f/more",
        "/v1/my/log/..",
        "/v1/usage-rights/%2e%2e",
        "/v1/usage-rights/a%2Fb",
        "/v1/usage-rights/a;b=c",
        "/v1/..%2finternal/facts",
        "/V1/my/log",
        "/internal/facts",
        "/actuator/gateway/routes",
        "/actuator/env",
        "/actuator/heapdump",
        "/webjars/swagger-ui/index.html",
        "/something.else"
      })
  void whatTheContractDoesNotOfferIsNotThere(String path) {
    HttpResponse<String> answer = send(allowed(path));
    assertProblem(answer, 404, "NOT_FOUND");
    assertNothingPassed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1//my/log", "/v1/./my/log", "/internal/..;/v1/my/log", "/%2e%2e/v1/my/log"})
  void anAddressThatCouldBeReadInTwoWaysIsRefused(String path) {
    assertThat(send(allowed(path)).statusCode()).isIn(400, 404);
    assertNothingPassed();
  }

  @Test
  void anInternalPathInAContractStaysInside() {
    assertProblem(
        send(post("/internal/facts", "application/json", "{}".getBytes())), 404, "NOT_FOUND");
    assertNothingPassed();
  }

  @Test
  void anUnknownAddressIsNotRepeated() {
    HttpResponse<String> answer = send(allowed("/v1/clients/010190-999P"));
    assertProblem(answer, 404, "NOT_FOUND");
    assertThat(answer.body()).doesNotContain("010190");
  }

  @Test
  void aMethodTheContractDoesNotHaveIsRefusedWithThoseItHas() {
    HttpResponse<String> answer =
        send(allowed("/v1/organisations/1.2.246").method("DELETE", BodyPublishers.noBody()));
    assertProblem(answer, 405, "METHOD_NOT_ALLOWED");
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET, PUT");
    assertNothingPassed();
  }

  @Test
  void headIsGetWithoutBody() {
    HttpResponse<String> answer =
        send(allowed("/v1/my/log").method("HEAD", BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(backend(Service.AUDIT).last().method()).isEqualTo("HEAD");
  }

  private static void assertNothingPassed() {
    assertThat(BACKENDS.values()).allSatisfy(service -> assertThat(service.requests()).isEmpty());
  }
}
