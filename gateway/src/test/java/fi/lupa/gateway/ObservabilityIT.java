package fi.lupa.gateway;

import static fi.lupa.gateway.kit.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.gateway.kit.GatewayIT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
    properties = {
      "lupa.gateway.backends.authorization=http://localhost:1",
      "logging.level.org.springframework.web=warn"
    })
class ObservabilityIT extends GatewayIT {

  @ParameterizedTest
  @ValueSource(strings = {"liveness", "readiness"})
  void itSaysHowItIs(String probe) {
    assertThat(send(request("/actuator/health/" + probe)).body()).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void itCountsRequestsByService() {
    send(allowed("/v1/my/log?cursor=secret"));
    String metrics = send(request("/actuator/prometheus")).body();
    assertThat(metrics)
        .contains("http_server_requests_seconds_count", "spring_cloud_gateway_route_id=\"audit\"")
        .doesNotContain("secret");
  }

  @Test
  void anAddressNeverBecomesAMetricOfItsOwn() {
    send(allowed("/v1/usage-rights/018f-of-one-person"));
    assertThat(send(request("/actuator/prometheus")).body()).doesNotContain("018f-of-one-person");
  }

  @Test
  void theLogHoldsNeitherTokensNorQueries(CapturedOutput output) {
    String token = ISSUER.token();
    assertProblem(
        send(
            request("/v1/usage-rights/018f?cursor=secret")
                .header("Authorization", "Bearer " + token)),
        503,
        "BACKEND_UNAVAILABLE");
    send(request("/v1/my/log?cursor=secret").header("Authorization", "Bearer forged." + token));
    assertThat(output.getOut()).contains("service away").doesNotContain("secret", token, "018f?");
  }

  @Test
  void everyLineIsJson(CapturedOutput output) {
    send(allowed("/v1/usage-rights/018f"));
    assertThat(output.getOut().lines().filter(line -> line.contains("service away")))
        .isNotEmpty()
        .allSatisfy(line -> {
          var entry = JsonMapper.shared().readTree(line);
          assertThat(entry.path("level").asString()).isEqualTo("WARN");
          assertThat(entry.path("code").asString()).isEqualTo("BACKEND_UNAVAILABLE");
          assertThat(entry.path("traceId").asString()).matches("[0-9a-f]{32}");
        });
  }
}
