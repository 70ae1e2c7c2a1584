package fi.lupa.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tokens of somebody who acts for another; the consent-service is played here. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class RepresentationIT {
  private static final String CHILD = "020516C903K";
  private static final String GUARDIAN = "231179-914K";
  private static final String BOTH = "&identity_code=" + GUARDIAN + "&represented=" + CHILD;
  private static final String KNOWN =
      "{\"id\":\"01935c40-2a1b-7d4c-9e53-b6f8a0c1d27e\",\"role\":\"GUARDIAN_OF_MINOR\"}";

  private static final List<String> ASKED = new CopyOnWriteArrayList<>();
  private static volatile int status;
  private static volatile String body;
  private static HttpServer consent;

  @TempDir static Path keys;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) throws IOException {
    consent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    consent.createContext(
        "/internal/representations/checks",
        exchange -> {
          ASKED.add(exchange.getRequestHeaders().getFirst("Authorization").substring(7));
          ASKED.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          byte[] answer = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    consent.start();
    registry.add("LUPA_ISSUER", () -> "http://issuer.test:8085");
    registry.add("LUPA_ISSUER_KEYS", keys::toString);
    registry.add("LUPA_CONSENT_URL", () -> "http://localhost:" + consent.getAddress().getPort());
  }

  @AfterAll
  static void close() {
    consent.stop(0);
  }

  @BeforeEach
  void known() {
    ASKED.clear();
    status = 200;
    body = KNOWN;
  }

  @Autowired WebServerApplicationContext server;
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void theTokenIsAboutTheRepresentedAndTellsWhoActs() throws Exception {
    var claims = claims(BOTH);

    assertThat(claims.getStringClaim("urn:oid:1.2.246.21")).isEqualTo(CHILD);
    assertThat(claims.getJSONObjectClaim("act")).isEqualTo(Map.of("urn:oid:1.2.246.21", GUARDIAN));
    assertThat(claims.getJSONObjectClaim("representation"))
        .isEqualTo(
            Map.of("id", "01935c40-2a1b-7d4c-9e53-b6f8a0c1d27e", "role", "GUARDIAN_OF_MINOR"));
    assertThat(claims.getStringListClaim("scope")).containsExactly("citizen.represent");
    assertThat(claims.getClaim("org")).isNull();
  }

  @Test
  void itAsksTheConsentServiceByATokenOfItsOwn() throws Exception {
    claims(BOTH);

    SignedJWT own = SignedJWT.parse(ASKED.getFirst());
    assertThat(own.verify(new RSASSAVerifier(publicKey(own)))).isTrue();
    assertThat(own.getJWTClaimsSet().getStringListClaim("scope"))
        .containsExactly("representations.check");
    assertThat(own.getJWTClaimsSet().getStringClaim("org")).isEqualTo("1.2.246.10.90000011.10.0");
    assertThat(JsonMapper.shared().readTree(ASKED.get(1)))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"represented":{"identityCode":"%s"},"representative":{"identityCode":"%s"}}
                    """
                        .formatted(CHILD, GUARDIAN)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NO_REPRESENTATION", "MANDATE_EXPIRED", "CHILD_OF_AGE"})
  void everyRefusalIsTheSame(String code, CapturedOutput output) throws Exception {
    status = 403;
    body = "{\"code\":\"" + code + "\"}";
    HttpResponse<String> answer = ask(BOTH);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"error":"access_denied","error_description":"may not act for this person"}
                    """));
    assertThat(answer.body() + output).doesNotContain(CHILD, GUARDIAN, code);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 500, 503})
  void whenNobodyCanTellThereIsNoToken(int trouble) throws Exception {
    status = trouble;
    assertThat(json(ask(BOTH)).path("error").asString()).isEqualTo("temporarily_unavailable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&represented=" + CHILD,
        "&identity_code=" + GUARDIAN + "&represented=",
        "&identity_code=" + GUARDIAN + "&represented=131052-308T",
        "&identity_code=" + GUARDIAN + "&represented=" + GUARDIAN,
        BOTH + "&represented=" + CHILD
      })
  void bothMustBeTestPersons(String parameters) throws Exception {
    HttpResponse<String> answer = ask(parameters);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("error").asString()).isEqualTo("invalid_request");
    assertThat(ASKED).isEmpty();
  }

  @Test
  void nobodyGetsTheOthersScope() throws Exception {
    assertThat(claims("&identity_code=" + GUARDIAN).getStringListClaim("scope"))
        .containsExactly("citizen");
    for (String wrong :
        List.of(
            "&identity_code=" + GUARDIAN + "&scope=citizen.represent",
            BOTH + "&scope=citizen",
            BOTH + "&scope=citizen%20citizen.represent")) {
      assertThat(json(ask(wrong)).path("error").asString()).isEqualTo("invalid_scope");
    }
    assertThat(ASKED).isEmpty();
  }

  private com.nimbusds.jwt.JWTClaimsSet claims(String parameters) throws Exception {
    HttpResponse<String> answer = ask(parameters);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return SignedJWT.parse(json(answer).get("access_token").asString()).getJWTClaimsSet();
  }

  private com.nimbusds.jose.jwk.RSAKey publicKey(SignedJWT token) throws Exception {
    HttpRequest keys = HttpRequest.newBuilder(address("/oauth2/jwks")).build();
    return JWKSet.parse(http.send(keys, BodyHandlers.ofString()).body())
        .getKeyByKeyId(token.getHeader().getKeyID())
        .toRSAKey();
  }

  private static final String SIGN_IN =
      "response_type=code&client_id=portal&scope=openid%20citizen.represent&state=s&nonce=n"
          + "&redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fportal%2Flogin%2Fcallback"
          + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";

  private HttpResponse<String> form(String path, String form, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    return http.send(
        headers.length == 0 ? request.build() : request.headers(headers).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> signedIn(String persons) throws Exception {
    HttpResponse<String> back = form("/oauth2/authorize", SIGN_IN + persons);
    assertThat(back.statusCode()).as(back.body()).isEqualTo(302);
    String code = back.headers().firstValue("Location").orElseThrow();
    assertThat(code).doesNotContain(CHILD, GUARDIAN);
    String basic = Base64.getEncoder().encodeToString("portal:portal-secret".getBytes(UTF_8));
    return form(
        "/oauth2/token",
        "grant_type=authorization_code&redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fportal%2Flogin%2Fcallback"
            + "&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk&code="
            + code.replaceAll(".*[?&]code=([^&]+).*", "$1"),
        "Authorization",
        "Basic " + basic);
  }

  @Test
  void aPersonSignsInForAnotherOnThePage() throws Exception {
    HttpResponse<String> page =
        http.send(
            HttpRequest.newBuilder(address("/oauth2/authorize?" + SIGN_IN)).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(page.body()).contains("name=\"represented\"", "for=\"represented\"");

    JsonNode tokens = json(signedIn(BOTH));
    var claims = SignedJWT.parse(tokens.get("access_token").asString()).getJWTClaimsSet();
    assertThat(claims.getStringClaim("urn:oid:1.2.246.21")).isEqualTo(CHILD);
    assertThat(claims.getJSONObjectClaim("act")).isEqualTo(Map.of("urn:oid:1.2.246.21", GUARDIAN));
    assertThat(claims.getStringListClaim("scope"))
        .containsExactlyInAnyOrder("openid", "citizen.represent");
    assertThat(SignedJWT.parse(tokens.get("id_token").asString()).getJWTClaimsSet().toString())
        .doesNotContain(CHILD, GUARDIAN);
  }

  @Test
  void whoMayNotActForThePersonGetsNoTokenByThePageEither() throws Exception {
    status = 403;
    body = "{\"code\":\"NO_REPRESENTATION\"}";
    HttpResponse<String> refused = signedIn(BOTH);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).path("error").asString()).isEqualTo("access_denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&represented=" + GUARDIAN, "&represented=131052-308T"})
  void thePageWantsSomebodyElsesCode(String represented) throws Exception {
    HttpResponse<String> page =
        form("/oauth2/authorize", SIGN_IN + "&identity_code=" + GUARDIAN + represented);
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("role=\"alert\"").doesNotContain(GUARDIAN, "131052");
    assertThat(ASKED).isEmpty();
  }

  private HttpResponse<String> ask(String parameters) throws IOException, InterruptedException {
    String basic = Base64.getEncoder().encodeToString("citizen:citizen-secret".getBytes(UTF_8));
    return http.send(
        HttpRequest.newBuilder(address("/oauth2/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials" + parameters))
            .build(),
        BodyHandlers.ofString());
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + server.getWebServer().getPort() + path);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
