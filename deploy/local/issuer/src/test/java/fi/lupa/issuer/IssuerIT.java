package fi.lupa.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

/** The issuer as its callers see it: over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class IssuerIT {

  private static final String URL = "http://issuer.test:8085";
  private static final String TEST_CODE = "020516C903K";
  private static final String REAL_FORM_CODE = "131052-308T";

  @TempDir static Path keys;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("LUPA_ISSUER", () -> URL);
    registry.add("LUPA_ISSUER_KEYS", keys::toString);
  }

  @Autowired WebServerApplicationContext server;
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void givesAnOrganisationATokenThatItsServicesCanCheck() throws Exception {
    SignedJWT token = token("county-north", "");

    assertThat(token.verify(new RSASSAVerifier(publicKey(token)))).isTrue();
    var claims = token.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo(URL);
    assertThat(claims.getAudience()).containsExactly("lupa");
    assertThat(claims.getStringClaim("org")).isEqualTo("1.2.246.10.91000005.10.0");
    assertThat(claims.getClaim("urn:oid:1.2.246.21")).isNull();
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofHours(1));
  }

  @Test
  void grantsAllScopesOfTheClientWhenNoneIsAskedFor() throws Exception {
    assertThat(scopes(token("operator", "")))
        .containsExactlyInAnyOrder(
            "organisations.manage",
            "organisations.read",
            "onboarding.manage",
            "representations.manage",
            "log.operate");
  }

  @Test
  void grantsOnlyTheScopesAskedFor() throws Exception {
    assertThat(scopes(token("county-north", "&scope=rights.read%20records.query")))
        .containsExactlyInAnyOrder("rights.read", "records.query");
  }

  @ParameterizedTest
  @CsvSource({
    "operator, 1.2.246.10.90000011.10.0",
    "county-south, 1.2.246.10.92000007.10.0",
    "producer, 1.2.246.10.93000009.10.0",
    "hospital, 1.2.246.10.94000000.10.0",
    "authorization-service, 1.2.246.10.90000011.10.0",
    "consent-service, 1.2.246.10.90000011.10.0"
  })
  void knowsTheOrganisationsOfTheExamples(String client, String org) throws Exception {
    assertThat(token(client, "").getJWTClaimsSet().getStringClaim("org")).isEqualTo(org);
  }

  @Test
  void givesACitizenATokenWithTheIdentityCode() throws Exception {
    var claims = token("citizen", "&identity_code=" + TEST_CODE).getJWTClaimsSet();

    assertThat(claims.getStringClaim("urn:oid:1.2.246.21")).isEqualTo(TEST_CODE);
    assertThat(claims.getClaim("org")).isNull();
    assertThat(claims.getStringListClaim("scope")).containsExactly("citizen");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&identity_code=",
        "&identity_code=" + REAL_FORM_CODE,
        "&identity_code=020516C903L",
        "&identity_code=" + TEST_CODE + "&identity_code=" + TEST_CODE
      })
  void refusesACitizenWithoutOneValidTestCodeAndNeverRepeatsIt(
      String parameter, CapturedOutput output) throws Exception {
    HttpResponse<String> answer = ask("citizen", "citizen-secret", parameter);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("error").asString()).isEqualTo("invalid_request");
    assertThat(answer.body() + output).doesNotContain("020516C903", REAL_FORM_CODE);
  }

  @Test
  void refusesAnIdentityCodeOfAnOrganisationsClient() throws Exception {
    HttpResponse<String> answer = ask("operator", "operator-secret", "&identity_code=" + TEST_CODE);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("error").asString()).isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @CsvSource({"operator, wrong", "nobody, nobody-secret"})
  void refusesAWrongClient(String client, String secret) throws Exception {
    HttpResponse<String> answer = ask(client, secret, "");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(json(answer).get("error").asString()).isEqualTo("invalid_client");
  }

  @Test
  void refusesAScopeTheClientDoesNotHave() throws Exception {
    HttpResponse<String> answer = ask("hospital", "hospital-secret", "&scope=organisations.manage");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("error").asString()).isEqualTo("invalid_scope");
  }

  @Test
  void tellsItsHealthAndNothingElse() throws Exception {
    assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/env").statusCode()).isIn(401, 403);
    assertThat(get("/").statusCode()).isIn(401, 403);
  }

  @Test
  void publishesNoPrivateKey() throws Exception {
    JWKSet published = JWKSet.parse(get("/oauth2/jwks").body());

    assertThat(published.getKeys())
        .singleElement()
        .satisfies(k -> assertThat(k.isPrivate()).isFalse());
  }

  private com.nimbusds.jose.jwk.RSAKey publicKey(SignedJWT token) throws Exception {
    return JWKSet.parse(get("/oauth2/jwks").body())
        .getKeyByKeyId(token.getHeader().getKeyID())
        .toRSAKey();
  }

  private List<String> scopes(SignedJWT token) throws ParseException {
    return token.getJWTClaimsSet().getStringListClaim("scope");
  }

  private SignedJWT token(String client, String parameters) throws Exception {
    HttpResponse<String> answer = ask(client, client + "-secret", parameters);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return SignedJWT.parse(json(answer).get("access_token").asString());
  }

  private HttpResponse<String> ask(String client, String secret, String parameters)
      throws IOException, InterruptedException {
    String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes());
    return http.send(
        request("/oauth2/token")
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials" + parameters))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    int port = server.getWebServer().getPort();
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
