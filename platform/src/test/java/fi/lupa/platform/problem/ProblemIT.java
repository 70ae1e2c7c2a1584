package fi.lupa.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import fi.lupa.platform.app.PlatformTest;
import fi.lupa.testkit.TestIssuer;
import fi.lupa.testkit.TestPersons;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever goes wrong is answered with a stable code, in the caller's language, echoing nothing.
 */
class ProblemIT extends PlatformTest {
  private static final String CODE = "131052-308T";

  private WebTestClient.RequestHeadersSpec<?> post(String body) {
    return web.post()
        .uri("/v1/notes")
        .header(HttpHeaders.AUTHORIZATION, bearer("notes.write"))
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body);
  }

  private WebTestClient.RequestHeadersSpec<?> get(String path) {
    return web.get().uri(path).header(HttpHeaders.AUTHORIZATION, bearer("notes.read"));
  }

  private static JsonNode problem(
      WebTestClient.RequestHeadersSpec<?> request, int status, String code) {
    EntityExchangeResult<byte[]> result =
        request
            .exchange()
            .expectStatus()
            .isEqualTo(status)
            .expectHeader()
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .expectHeader()
            .valueEquals(HttpHeaders.CACHE_CONTROL, "no-store")
            .expectBody()
            .returnResult();
    JsonNode body = JsonMapper.shared().readTree(result.getResponseBody());
    assertThat(body.get("code").asString()).isEqualTo(code);
    assertThat(body.get("status").asInt()).isEqualTo(status);
    assertThat(body.get("type").asString())
        .isEqualTo("https://lupa.fi/problems/" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
    assertThat(body.get("title").asString()).isNotBlank();
    assertThat(body.get("detail").asString()).isNotBlank();
    assertThat(body.get("instance").asString()).startsWith("/");
    assertThat(body.get("traceId").asString()).matches("[0-9a-f]{32}");
    return body;
  }

  private static List<String> pointers(JsonNode problem) {
    return problem
        .get("violations")
        .valueStream()
        .map(violation -> violation.get("pointer").asString())
        .toList();
  }

  @Test
  void aGoodRequestIsAnswered() {
    post(NOTE).exchange().expectStatus().isCreated().expectBody().jsonPath("$.id").isNotEmpty();
  }

  @Test
  void allViolationsAreToldAtOnceWithTheirPointers() {
    JsonNode problem =
        problem(
            post("{\"client\":{\"identityCode\":\"x\"},\"weight\":0,\"parts\":[{\"name\":\"A\"}]}"),
            400,
            "REQUEST_INVALID");
    assertThat(pointers(problem))
        .containsExactlyInAnyOrder("/client/identityCode", "/text", "/weight", "/parts/0/name");
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of("", ""),
        Arguments.of("{", ""),
        Arguments.of("[]", ""),
        Arguments.of("null", ""),
        Arguments.of(NOTE + "}", ""),
        Arguments.of(NOTE.substring(0, NOTE.length() - 1), ""),
        Arguments.of(NOTE.replace("\"text\"", "\"colour\":1,\"text\""), "/colour"),
        Arguments.of("{\"text\":\"a\",\"text\":\"b\"}", ""));
  }

  @ParameterizedTest
  @MethodSource
  void unreadable(String body, String pointer) {
    assertThat(pointers(problem(post(body), 400, "REQUEST_INVALID"))).contains(pointer);
  }

  @Test
  void pathAndQueryAreCheckedToo() {
    problem(get("/v1/notes/no-uuid"), 400, "REQUEST_INVALID");
    assertThat(pointers(problem(get("/v1/notes?limit=0"), 400, "REQUEST_INVALID")))
        .containsExactly("/limit");
    problem(get("/v1/notes?limit=201"), 400, "REQUEST_INVALID");
    problem(get("/v1/notes?limit=x"), 400, "REQUEST_INVALID");
    get("/v1/notes?limit=200&cursor=abc")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .json("{\"limit\":200,\"cursor\":\"abc\"}");
    get("/v1/notes").exchange().expectBody().jsonPath("$.limit").isEqualTo(50);
  }

  @Test
  void whatIsNotThere() {
    problem(get("/v1/nothing"), 404, "NOT_FOUND");
    problem(get("/v1/notes/" + UUID.randomUUID()), 404, "NOT_FOUND");
  }

  @Test
  void whatCannotBeDoneHere() {
    problem(
        web.method(HttpMethod.DELETE)
            .uri("/v1/notes/" + UUID.randomUUID())
            .header(HttpHeaders.AUTHORIZATION, bearer("notes.read")),
        405,
        "METHOD_NOT_ALLOWED");
    web.delete()
        .uri("/v1/notes/" + UUID.randomUUID())
        .header(HttpHeaders.AUTHORIZATION, bearer("notes.read"))
        .exchange()
        .expectHeader()
        .exists(HttpHeaders.ALLOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/xml", "image/png"})
  void whatCannotBeGiven(String accept) {
    problem(
        get("/v1/notes/" + UUID.randomUUID()).header(HttpHeaders.ACCEPT, accept),
        406,
        "NOT_ACCEPTABLE");
  }

  /** The key is still free afterwards: the request that can't be answered has done nothing. */
  @Test
  void whatCannotBeGivenIsNotDone() {
    String key = UUID.randomUUID().toString();
    String other = NOTE.replace("hello", "goodbye");
    problem(
        post(NOTE)
            .headers(headers -> headers.set("Idempotency-Key", key))
            .header(HttpHeaders.ACCEPT, "application/xml"),
        406,
        "NOT_ACCEPTABLE");
    post(other)
        .headers(headers -> headers.set("Idempotency-Key", key))
        .exchange()
        .expectStatus()
        .isCreated();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "garbage", "application/json-not"})
  void whatCannotBeTaken(String type) {
    problem(
        web.post()
            .uri("/v1/notes/loose")
            .header(HttpHeaders.AUTHORIZATION, bearer("notes.write"))
            .headers(headers -> headers.set(HttpHeaders.CONTENT_TYPE, type))
            .body(BodyInserters.fromDataBuffers(Mono.fromSupplier(ProblemIT::note))),
        415,
        "MEDIA_TYPE_UNSUPPORTED");
  }

  private static DataBuffer note() {
    return DefaultDataBufferFactory.sharedInstance.wrap(NOTE.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsTooLarge() {
    problem(post(NOTE.replace("hello", "x".repeat(300 * 1024))), 413, "PAYLOAD_TOO_LARGE");
  }

  @ParameterizedTest
  @CsvSource({
    "       , 428, PRECONDITION_REQUIRED",
    "'\"4\"', 412, VERSION_CONFLICT",
    "'3'    , 412, VERSION_CONFLICT",
    "'W/\"3\"', 412, VERSION_CONFLICT",
    "'*'    , 412, VERSION_CONFLICT"
  })
  void whatHasChangedMeanwhile(String tag, int status, String code) {
    problem(change(tag), status, code);
    change("\"3\"").exchange().expectStatus().isOk();
  }

  private WebTestClient.RequestHeadersSpec<?> change(String tag) {
    return web.put()
        .uri("/v1/notes/" + UUID.randomUUID())
        .header(HttpHeaders.AUTHORIZATION, bearer("notes.write"))
        .headers(headers -> {
          if (tag != null) {
            headers.set(HttpHeaders.IF_MATCH, tag);
          }
        })
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "with space", "ääkköset", "LONG"})
  void aMissingOrMalformedIdempotencyKey(String key) {
    problem(
        web.post()
            .uri("/v1/notes")
            .header(HttpHeaders.AUTHORIZATION, bearer("notes.write"))
            .header("Idempotency-Key", key.equals("LONG") ? "k".repeat(101) : key)
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue(NOTE),
        400,
        "IDEMPOTENCY_KEY_MISSING");
  }

  static Stream<Arguments> tokens() {
    TestIssuer issuer = TestIssuer.shared();
    return Stream.of(
        Arguments.of(null, "TOKEN_MISSING"),
        Arguments.of("Basic dXNlcjpwYXNz", "TOKEN_MISSING"),
        Arguments.of("Bearer garbage", "TOKEN_INVALID"),
        Arguments.of("Bearer a.b.c", "TOKEN_INVALID"),
        Arguments.of("Bearer eyJhbGciOiJub25lIn0.eyJvcmciOiIxLjIifQ.", "TOKEN_INVALID"),
        Arguments.of("Bearer " + issuer.expired(ORGANISATION, "notes.read"), "TOKEN_INVALID"),
        Arguments.of("Bearer " + issuer.withoutExpiry(ORGANISATION, "notes.read"), "TOKEN_INVALID"),
        Arguments.of("Bearer " + issuer.otherIssuer(ORGANISATION, "notes.read"), "TOKEN_INVALID"),
        Arguments.of("Bearer " + issuer.otherAudience(ORGANISATION, "notes.read"), "TOKEN_INVALID"),
        Arguments.of("Bearer " + issuer.forged(ORGANISATION, "notes.read"), "TOKEN_INVALID"));
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void whoIsNotKnown(String authorization, String code) {
    WebTestClient.RequestHeadersSpec<?> request =
        web.get()
            .uri("/v1/notes")
            .headers(headers -> {
              if (authorization != null) {
                headers.set(HttpHeaders.AUTHORIZATION, authorization);
              }
            });
    problem(request, 401, code);
    request.exchange().expectHeader().valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }

  @Test
  void whoMayNot() {
    TestIssuer issuer = TestIssuer.shared();
    problem(as("/v1/notes", bearer("notes.write")), 403, "SCOPE_MISSING");
    problem(as("/v1/notes/mine", bearer("notes.read")), 403, "SCOPE_MISSING");
    problem(
        as("/v1/notes", "Bearer " + issuer.tokenWithoutOrganisation("notes.read")),
        403,
        "ORGANISATION_MISSING");
    problem(
        as("/v1/notes", "Bearer " + issuer.token("not an oid", "notes.read")),
        403,
        "ORGANISATION_MISSING");
    problem(
        as("/v1/notes/mine", "Bearer " + issuer.citizenToken("131052-308U")),
        403,
        "CITIZEN_NOT_IDENTIFIED");
    as("/v1/notes/mine", "Bearer " + issuer.citizenToken(TestPersons.identityCode(1)))
        .exchange()
        .expectStatus()
        .isOk();
  }

  private WebTestClient.RequestHeadersSpec<?> as(String path, String authorization) {
    return web.get().uri(path).header(HttpHeaders.AUTHORIZATION, authorization);
  }

  @Test
  void theCallerIsRefusedBeforeTheRequestIsLookedAt() {
    problem(
        web.post()
            .uri("/v1/notes")
            .header(HttpHeaders.AUTHORIZATION, bearer("notes.read"))
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue("{"),
        403,
        "SCOPE_MISSING");
  }

  @ParameterizedTest
  @CsvSource({"fi,Hakemaasi", "sv-FI,Den uppgift", "en,What you", "de,Hakemaasi"})
  void theDetailIsInTheCallersLanguage(String language, String start) {
    JsonNode problem =
        problem(get("/v1/nothing").header(HttpHeaders.ACCEPT_LANGUAGE, language), 404, "NOT_FOUND");
    assertThat(problem.get("detail").asString()).startsWith(start);
  }

  @Test
  void theTraceIsTheCallers() {
    JsonNode problem =
        problem(
            get("/v1/nothing")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
            404,
            "NOT_FOUND");
    assertThat(problem.get("traceId").asString()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
  }

  @Test
  void extrasStandBesideTheCode() {
    assertThat(problem(get("/v1/notes/denied"), 403, "SCOPE_MISSING").get("queryId").asString())
        .isEqualTo("q-1");
  }

  @Test
  void anUnforeseenErrorTellsNothing() {
    JsonNode problem = problem(get("/v1/notes/broken"), 500, "INTERNAL_ERROR");
    assertThat(problem.toString()).doesNotContain("131052");
  }

  @Test
  void anIdentityCodeSentAnywhereIsNeitherAnsweredNorLogged() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    log.start();
    root.addAppender(log);
    root.setLevel(Level.INFO);
    try {
      for (String body :
          List.of(
              "{\"" + CODE + "\":1}",
              "{\"client\":{\"" + CODE + "\":1},\"text\":\"" + CODE + CODE + "\"}",
              "{\"client\":\"" + CODE + "\",\"kind\":\"" + CODE + "\",\"day\":\"" + CODE + "\"}",
              "{\"client\":{\"temporaryId\":\"" + CODE + "\"},\"text\":\"a\"}",
              "\"" + CODE,
              CODE)) {
        assertThat(problem(post(body), 400, "REQUEST_INVALID").toString()).doesNotContain("131052");
      }
      for (String header :
          List.of(
              HttpHeaders.AUTHORIZATION,
              HttpHeaders.IF_MATCH,
              HttpHeaders.ACCEPT_LANGUAGE,
              HttpHeaders.ACCEPT,
              HttpHeaders.CONTENT_TYPE,
              "traceparent",
              "Idempotency-Key")) {
        byte[] answer =
            web.post()
                .uri("/v1/notes/loose")
                .header(HttpHeaders.AUTHORIZATION, bearer("notes.write"))
                .headers(headers -> headers.set(header, CODE))
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(new String(answer)).as(header).doesNotContain("131052");
      }
      problem(get("/v1/notes/broken"), 500, "INTERNAL_ERROR");
    } finally {
      root.setLevel(before);
      root.detachAppender(log);
    }
    assertThat(log.list)
        .as("the broken request is in the log, so the log was read")
        .anyMatch(event -> event.getFormattedMessage().startsWith("unforeseen error"));
    assertThat(log.list)
        // the test client of a class beside this one tells what it sent when an answer surprises it
        .filteredOn(event -> !event.getLoggerName().startsWith("org.springframework.test."))
        .map(event ->
            event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()))
        .noneMatch(text -> text.contains("131052"));
  }

  @Test
  void healthAndMetricsNeedNoToken() {
    for (String path :
        List.of(
            "/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus")) {
      web.get().uri(path).exchange().expectStatus().isOk();
    }
    problem(web.get().uri("/actuator/env"), 401, "TOKEN_MISSING");
  }
}
