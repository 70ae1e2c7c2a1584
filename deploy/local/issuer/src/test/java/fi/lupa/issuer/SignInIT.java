package fi.lupa.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

/** A person signs in for the portal: page, code, tokens. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class SignInIT {
  private static final String TEST_CODE = "100190-999P";
  private static final String RETURN = "http://localhost:18080/portal/login/callback";
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  private static final Pattern HIDDEN =
      Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  @TempDir static Path keys;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("LUPA_ISSUER", () -> "http://issuer.test:8085");
    registry.add("LUPA_ISSUER_KEYS", keys::toString);
    registry.add("LUPA_PORTAL_URL", () -> "http://localhost:18080");
  }

  @Autowired WebServerApplicationContext server;
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void aPersonSignsInAndThePortalGetsTokens() throws Exception {
    JsonNode tokens = tokens(code(signIn(TEST_CODE)), VERIFIER);

    JWTClaimsSet access = claims(tokens, "access_token");
    assertThat(access.getStringClaim("urn:oid:1.2.246.21")).isEqualTo(TEST_CODE);
    assertThat(access.getAudience()).containsExactly("lupa");
    assertThat(access.getStringListClaim("scope")).contains("citizen");
    assertThat(access.getSubject()).doesNotContain("999");

    JWTClaimsSet id = claims(tokens, "id_token");
    assertThat(id.getAudience()).containsExactly("portal");
    assertThat(id.getStringClaim("nonce")).isEqualTo("n-1");
    assertThat(id.toString()).doesNotContain(TEST_CODE);
  }

  @Test
  void theCodeIsInNoAddress(CapturedOutput output) throws Exception {
    HttpResponse<String> answer = signIn(TEST_CODE);

    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .startsWith(RETURN)
        .contains("state=s-1")
        .doesNotContain("999P");
    assertThat(output.getAll()).doesNotContain(TEST_CODE);
  }

  @Test
  void smallLettersAndSpacesAreForgiven() throws Exception {
    assertThat(code(signIn(" 100190-999p "))).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "131052-308T", "100190-999Q", "x\"><script>"})
  void aWrongCodeIsSaidAndNotRepeated(String wrong) throws Exception {
    HttpResponse<String> answer = signIn(wrong);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("role=\"alert\"");
    if (!wrong.isEmpty()) {
      assertThat(answer.body()).doesNotContain(wrong);
    }
  }

  @Test
  void everyRequestAsksAnew() throws Exception {
    signIn(TEST_CODE);

    HttpResponse<String> again = get("/oauth2/authorize?" + form(request()));
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("name=\"identity_code\"");
  }

  @Test
  void aCodeWorksOnceAndOnlyWithItsProofKey() throws Exception {
    assertThat(exchange(code(signIn(TEST_CODE)), "a".repeat(43)).statusCode()).isEqualTo(400);
    String code = code(signIn(TEST_CODE));
    assertThat(exchange(code, VERIFIER).statusCode()).isEqualTo(200);
    assertThat(exchange(code, VERIFIER).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "fi, de, Testitunnistautuminen",
    "sv, fi, Testidentifiering",
    "en, fi, Test sign-in",
    "'', sv, Testidentifiering",
    "xx, sv, Testitunnistautuminen"
  })
  void thePageSpeaksThreeLanguages(String asked, String browser, String title) throws Exception {
    Map<String, String> request = request();
    if (!asked.isEmpty()) {
      request.put("ui_locales", asked);
    }
    HttpResponse<String> page =
        http.send(
            to("/oauth2/authorize?" + form(request)).header("Accept-Language", browser).build(),
            BodyHandlers.ofString());
    assertThat(page.body()).contains("<h1>" + title + "</h1>");
  }

  @Test
  void whatTheRequestCarriesCannotBecomePartOfThePage() throws Exception {
    Map<String, String> request = request();
    request.put("state", "\"><script>alert(1)</script>");
    request.put("unknown", "left-out");
    String page = get("/oauth2/authorize?" + form(request)).body();
    assertThat(page).doesNotContain("<script", "left-out").contains("&lt;script&gt;");
  }

  @ParameterizedTest
  @CsvSource({"redirect_uri, http://evil.example/", "client_id, nobody"})
  void aForeignAddressOrClientGetsNoCode(String name, String value) throws Exception {
    Map<String, String> request = request();
    request.put(name, value);
    request.put("identity_code", TEST_CODE);
    assertThat(post("/oauth2/authorize", request).statusCode()).isEqualTo(400);
  }

  @Test
  void itsStyleIsServed() throws Exception {
    assertThat(get("/sign-in.css").statusCode()).isEqualTo(200);
  }

  /** Fills in the page that the request shows, as a browser would. */
  private HttpResponse<String> signIn(String identityCode) throws Exception {
    String page = get("/oauth2/authorize?" + form(request())).body();
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher hidden = HIDDEN.matcher(page);
    while (hidden.find()) {
      fields.put(hidden.group(1), hidden.group(2));
    }
    fields.put("identity_code", identityCode);
    return post("/oauth2/authorize", fields);
  }

  private static Map<String, String> request() {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("response_type", "code");
    request.put("client_id", "portal");
    request.put("scope", "openid citizen");
    request.put("state", "s-1");
    request.put("nonce", "n-1");
    request.put("redirect_uri", RETURN);
    request.put("code_challenge", CHALLENGE);
    request.put("code_challenge_method", "S256");
    request.put("prompt", "login");
    return request;
  }

  private static String code(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    Matcher code =
        Pattern.compile("[?&]code=([^&]+)")
            .matcher(answer.headers().firstValue("Location").orElseThrow());
    assertThat(code.find()).isTrue();
    return URLDecoder.decode(code.group(1), StandardCharsets.UTF_8);
  }

  private JsonNode tokens(String code, String verifier) throws Exception {
    HttpResponse<String> answer = exchange(code, verifier);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private HttpResponse<String> exchange(String code, String verifier) throws Exception {
    String basic = Base64.getEncoder().encodeToString("portal:portal-secret".getBytes());
    return http.send(
        to("/oauth2/token")
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    form(
                        Map.of(
                            "grant_type", "authorization_code",
                            "code", code,
                            "redirect_uri", RETURN,
                            "code_verifier", verifier))))
            .build(),
        BodyHandlers.ofString());
  }

  private static JWTClaimsSet claims(JsonNode tokens, String name) throws Exception {
    return SignedJWT.parse(tokens.get(name).asString()).getJWTClaimsSet();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(to(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
    return http.send(
        to(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(fields)))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder to(String path) {
    int port = server.getWebServer().getPort();
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
