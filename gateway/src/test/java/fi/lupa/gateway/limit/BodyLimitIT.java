package fi.lupa.gateway.limit;

import static fi.lupa.gateway.kit.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.gateway.Service;
import fi.lupa.gateway.kit.GatewayIT;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyLimitIT extends GatewayIT {
  private static final int KIB = 1024;

  @ParameterizedTest
  @CsvSource({
    "/v1/usage-rights, application/json, 262144, AUTHORIZATION",
    "/v1/usage-rights/batches, application/x-ndjson, 50331648, AUTHORIZATION",
    "/v1/documents, multipart/form-data; boundary=x, 12582912, DISCLOSURE"
  })
  void aBodyMayBeAsLargeAsTheLimitAndNotAByteMore(
      String path, String type, int limit, Service service) {
    assertThat(send(post(path, type, new byte[limit])).statusCode()).isEqualTo(200);
    assertThat(backend(service).last().bodyLength()).isEqualTo(limit);
    backend(service).forget();

    assertProblem(send(post(path, type, new byte[limit + 1])), 413, "PAYLOAD_TOO_LARGE");
    assertThat(backend(service).requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {256 * KIB, 400 * KIB, 40_000 * KIB})
  void aBodyOfUnknownLengthIsCutWhenItPassesTheLimit(int length) {
    var answer = send(chunked("/v1/record-queries", "application/json", length));
    if (length <= 256 * KIB) {
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(backend(Service.DISCLOSURE).last().bodyLength()).isEqualTo(length);
    } else {
      assertProblem(answer, 413, "PAYLOAD_TOO_LARGE");
    }
  }

  @Test
  void anActWithoutBodyTakesLittle() {
    HttpRequest.Builder request =
        allowed("/v1/my/log").method("GET", BodyPublishers.ofByteArray(new byte[17 * KIB]));
    assertProblem(send(request), 413, "PAYLOAD_TOO_LARGE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/json;charset=UTF-8", "Application/JSON"})
  void theContractsFormsAreTaken(String type) {
    assertThat(send(post("/v1/permits", type, "{}".getBytes())).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "rubbish"
      })
  void otherFormsAreRefused(String type) {
    assertProblem(send(post("/v1/permits", type, "{}".getBytes())), 415, "MEDIA_TYPE_UNSUPPORTED");
    assertThat(backend(Service.CONSENT).requests()).isEmpty();
  }

  @Test
  void aBodyWithoutFormIsRefused() {
    assertProblem(
        send(allowed("/v1/permits").POST(BodyPublishers.ofString("{}"))),
        415,
        "MEDIA_TYPE_UNSUPPORTED");
  }

  @Test
  void whoMayNotComeInIsNotToldHowMuch() {
    assertProblem(
        send(
            request("/v1/permits")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[300 * KIB]))),
        401,
        "TOKEN_MISSING");
  }

  private HttpRequest.Builder chunked(String path, String type, int length) {
    return allowed(path)
        .header("Content-Type", type)
        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length])));
  }
}
