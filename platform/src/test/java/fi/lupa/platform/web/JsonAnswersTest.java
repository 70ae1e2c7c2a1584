package fi.lupa.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.platform.problem.Problem;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

/** Of the operations in the test's contract, one can answer in lines, one on paper. */
class JsonAnswersTest {
  private final JsonAnswers filter = new JsonAnswers(Contract.load("/openapi/answers.yaml"));

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/notes/7/lines, application/x-ndjson",
    "GET, /v1/notes/7/lines, application/json",
    "GET, /v1/notes/7/lines, 'text/html, application/*'",
    "GET, /v1/notes/7, application/json",
    "GET, /v1/notes/7/print, application/pdf",
    "POST, /v1/notes/7/lines, '*/*'",
    "GET, /actuator/prometheus, text/plain"
  })
  void whatTheOperationAnswersMayBeAskedFor(HttpMethod method, String path, String accept) {
    assertThat(passes(method, path, accept)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/notes/7, application/x-ndjson",
    "POST, /v1/notes/7/lines, application/x-ndjson",
    "GET, /v1/notes/7/lines, application/xml",
    "GET, /v1/notes/7/lines, rubbish",
    "GET, /v1/notes/7/print, text/html",
    "GET, /v1/elsewhere, application/x-ndjson"
  })
  void anythingElseIsRefusedBeforeItIsDone(HttpMethod method, String path, String accept) {
    assertThatThrownBy(() -> passes(method, path, accept))
        .isInstanceOf(Problem.class)
        .hasMessage("NOT_ACCEPTABLE");
  }

  private boolean passes(HttpMethod method, String path, String accept) {
    AtomicBoolean passed = new AtomicBoolean();
    MockServerWebExchange exchange =
        MockServerWebExchange.from(
            MockServerHttpRequest.method(method, path).header(HttpHeaders.ACCEPT, accept));
    filter.filter(exchange, next -> Mono.fromRunnable(() -> passed.set(true))).block();
    return passed.get();
  }
}
