package fi.lupa.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** The yardstick itself: does it see an answer that breaks its contract? */
class OpenApiContractTest {
  private final OpenApiContract contract = OpenApiContract.load("/openapi/small.yaml");

  @Test
  void anAnswerAsPromisedIsFine() {
    assertThat(answer("/things/1", 200, "{\"name\":\"a\"}", "ETag")).isEmpty();
    assertThat(contract.violations("GET", "/things/2", 404, new HttpHeaders(), new byte[0]))
        .isEmpty();
    assertThat(contract.seen()).containsExactly("GET /things/{id} 200", "GET /things/{id} 404");
  }

  @Test
  void aPathWithoutParametersComesBeforeOneWith() {
    assertThat(contract.violations("GET", "/things/newest", 204, new HttpHeaders(), new byte[0]))
        .isEmpty();
  }

  @Test
  void anotherStatusBodyTypeHeaderOrRouteIsSeen() {
    assertThat(answer("/things/1", 201, "{\"name\":\"a\"}", "ETag")).hasSize(1);
    assertThat(answer("/things/1", 200, "{\"name\":1}", "ETag")).hasSize(1);
    assertThat(answer("/things/1", 200, "{\"name\":\"a\",\"more\":1}", "ETag")).hasSize(1);
    assertThat(answer("/things/1", 200, "{\"name\":\"a\"}", "Other")).hasSize(1);
    assertThat(answer("/things/1", 404, "{}", "Other")).hasSize(1);
    assertThat(answer("/other", 200, "{}", "Other")).hasSize(1);
    assertThat(answer("/other", 404, "{}", "Other")).isEmpty();
    HttpHeaders text = new HttpHeaders();
    text.set("ETag", "1");
    text.setContentType(MediaType.TEXT_PLAIN);
    assertThat(
            contract.violations(
                "GET", "/things/1", 200, text, "a".getBytes(StandardCharsets.UTF_8)))
        .hasSize(1);
  }

  @Test
  void anExampleThatBreaksItsSchemaIsSeen() {
    assertThat(contract.exampleViolations())
        .singleElement()
        .asString()
        .startsWith("//things/{id}/get")
        .contains("/bad ");
  }

  @Test
  void theRoutesAreThere() {
    assertThat(contract.routes()).containsExactly("GET /things/newest", "GET /things/{id}");
  }

  private List<String> answer(String path, int status, String body, String header) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    headers.set(header, "\"1\"");
    return contract.violations("GET", path, status, headers, body.getBytes(StandardCharsets.UTF_8));
  }
}
