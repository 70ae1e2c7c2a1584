package fi.lupa.gateway.portal;

import static fi.lupa.gateway.kit.Problems.assertProblem;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.gateway.Service;
import fi.lupa.gateway.kit.Backend;
import fi.lupa.gateway.kit.GatewayIT;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties = {
      "LUPA_PORTAL_SECRET=portal-secret",
      "LUPA_PUBLIC_URL=http://lupa.example:8080",
      "lupa.security.clock-skew=0s"
    })
class PortalIT extends GatewayIT {
  private static final String LOG = "/portal/api/v1/my/log";

  @Test
  void signingInGoesToTheIssuerWithProofKeyAndNonce() {
    HttpResponse<String> answer = new Browser(port).get("/portal/login?lang=sv");
    assertThat(answer.statusCode()).isEqualTo(302);
    String address = answer.headers().firstValue("Location").orElseThrow();
    assertThat(address).startsWith(ISSUER.url() + "/oauth2/authorize?");
    assertThat(Browser.query(address))
        .containsEntry("response_type", "code")
        .containsEntry("client_id", "portal")
        .containsEntry("scope", "openid citizen")
        .containsEntry("redirect_uri", "http://lupa.example:8080/portal/login/callback")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("prompt", "login")
        .containsEntry("ui_locales", "sv")
        .containsKeys("state", "nonce", "code_challenge");
  }

  @Test
  void signingInForAnotherAsksForThatScopeAndNoOther() {
    String address =
        new Browser(port)
            .get("/portal/login?lang=en&for=other")
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(Browser.query(address))
        .containsEntry("scope", "openid citizen.represent")
        .containsEntry("ui_locales", "en");
  }

  @Test
  void thePageSaysForWhomOneActsWithoutTheCode() {
    String token =
        ISSUER.token(claims ->
            claims
                .claim("scope", java.util.List.of("citizen.represent"))
                .claim("urn:oid:1.2.246.21", "020516A903K")
                .claim("act", Map.of("urn:oid:1.2.246.21", "231179-914K"))
                .claim("representation", Map.of("id", "r-1", "role", "GUARDIAN_OF_MINOR")));
    String session = signedIn(token).get("/portal/api/session").body();
    assertThat(session)
        .contains("\"onBehalf\":{\"role\":\"GUARDIAN_OF_MINOR\",\"born\":\"2016-05-02\"}")
        .doesNotContain("903K", "914K", "r-1");
    assertThat(signedIn(ISSUER.token()).get("/portal/api/session").body())
        .doesNotContain("onBehalf");
  }

  @Test
  void aSignedInCitizensRequestGoesOnWithHisToken() {
    String token = ISSUER.token();
    Browser browser = signedIn(token);
    HttpResponse<String> answer = browser.get(LOG + "?limit=20", "Accept-Language", "sv");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    Backend.Request seen = backend(Service.AUDIT).last();
    assertThat(seen.uri()).isEqualTo("/v1/my/log?limit=20");
    assertThat(seen.header("Authorization")).isEqualTo("Bearer " + token);
    assertThat(seen.header("Accept-Language")).isEqualTo("sv");
    assertThat(seen.header("Cookie")).isNull();
  }

  @Test
  void theBrowserNeverSeesTheToken() {
    String token = ISSUER.token();
    Browser browser = signedIn(token);
    assertThat(browser.get("/portal/api/session").body()).doesNotContain(token);
    assertThat(browser.cookies())
        .singleElement()
        .satisfies(cookie -> {
          assertThat(cookie.getName()).isEqualTo("lupa-portal");
          assertThat(cookie.isHttpOnly()).isTrue();
          assertThat(cookie.getPath()).isEqualTo("/portal");
        });
  }

  @Test
  void theSessionGetsAnotherIdOnSigningIn() {
    Browser browser = new Browser(port);
    String address = start(browser);
    String before = browser.cookies().getFirst().getValue();
    finish(browser, address, ISSUER.token());
    assertThat(browser.cookies().getFirst().getValue()).isNotEqualTo(before);
  }

  @Test
  void aChangeNeedsTheTokenOfThePages() {
    Browser browser = signedIn(ISSUER.token());
    assertProblem(browser.post("/portal/api/v1/my/permits", "{}"), 403, "REQUEST_NOT_FROM_PORTAL");
    assertThat(backend(Service.CONSENT).requests()).isEmpty();

    HttpResponse<String> answer =
        browser.post("/portal/api/v1/my/permits", "{}", "X-CSRF-TOKEN", csrf(browser));
    assertThat(answer.statusCode()).isEqualTo(200);
    Backend.Request seen = backend(Service.CONSENT).last();
    assertThat(seen.uri()).isEqualTo("/v1/my/permits");
    assertThat(seen.header("X-CSRF-TOKEN")).isNull();
  }

  @Test
  void aPageFromBeforeAnotherSigningInNeitherReadsNorChanges() {
    Browser browser = signedIn(ISSUER.token());
    String before = csrf(browser);
    assertThat(browser.get(LOG, "X-CSRF-TOKEN", before).statusCode()).isEqualTo(200);
    finish(browser, start(browser), ISSUER.token());

    assertProblem(
        browser.post("/portal/api/v1/my/permits", "{}", "X-CSRF-TOKEN", before),
        403,
        "REQUEST_NOT_FROM_PORTAL");
    assertProblem(browser.get(LOG, "X-CSRF-TOKEN", before), 403, "REQUEST_NOT_FROM_PORTAL");
    assertThat(backend(Service.CONSENT).requests()).isEmpty();
    assertThat(browser.get(LOG, "X-CSRF-TOKEN", csrf(browser)).statusCode()).isEqualTo(200);
  }

  @Test
  void whoHasNotSignedInIsAskedTo() {
    Browser browser = new Browser(port);
    assertProblem(browser.get(LOG), 401, "TOKEN_MISSING");
    assertProblem(browser.post("/portal/api/v1/my/permits", "{}"), 401, "TOKEN_MISSING");
    assertThat(browser.get("/portal/api/session").body()).isEqualTo("{\"signedIn\":false}");
    assertThat(browser.cookies()).isEmpty();
  }

  @Test
  void anExpiredTokenEndsTheSession() {
    Browser browser = signedIn(ISSUER.token(), Duration.ofSeconds(1));
    await()
        .atMost(5, SECONDS)
        .untilAsserted(() -> assertProblem(browser.get(LOG), 401, "TOKEN_MISSING"));
  }

  @Test
  void signingOutEndsTheSession() {
    Browser browser = signedIn(ISSUER.token());
    assertThat(browser.post("/portal/logout", "", "X-CSRF-TOKEN", csrf(browser)).statusCode())
        .isEqualTo(204);
    assertProblem(browser.get(LOG), 401, "TOKEN_MISSING");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/portal/api/v1/usage-rights/018f",
        "/portal/api/v1/log/checkpoints",
        "/portal/api/v1/unknown",
        "/portal/api/actuator/health"
      })
  void thePortalOffersOnlyTheCitizensOwnActs(String path) {
    assertProblem(signedIn(ISSUER.token()).get(path), 404, "NOT_FOUND");
  }

  @Test
  void aCookieIsNoTokenAndATokenNoCookie() {
    Browser browser = signedIn(ISSUER.token());
    assertProblem(browser.get("/v1/my/log"), 401, "TOKEN_MISSING");
    assertProblem(send(allowed(LOG)), 401, "TOKEN_MISSING");
    assertProblem(
        send(allowed("/portal/api/v1/my/permits").POST(BodyPublishers.ofString("{}"))),
        401,
        "TOKEN_MISSING");
  }

  @ParameterizedTest
  @CsvSource({"another-state, good", "same, wrong-nonce"})
  void aForeignAnswerDoesNotSignIn(String state, String nonce) {
    Browser browser = new Browser(port);
    String address = start(browser);
    Map<String, String> asked = Browser.query(address);
    answerWith(
        ISSUER.token(), "good".equals(nonce) ? asked.get("nonce") : nonce, Duration.ofMinutes(5));
    HttpResponse<String> back =
        browser.get(
            "/portal/login/callback?code=c&state="
                + ("same".equals(state) ? encoded(asked.get("state")) : state));
    assertThat(back.headers().firstValue("Location")).hasValue("/portal/?signin=failed");
    assertProblem(browser.get(LOG), 401, "TOKEN_MISSING");
  }

  @Test
  void anIssuerThatIsAwayOnTheWayBackIsSaidOnThePage() {
    Browser browser = new Browser(port);
    String address = start(browser);
    ISSUER.away();
    HttpResponse<String> back =
        browser.get(
            "/portal/login/callback?code=c&state=" + encoded(Browser.query(address).get("state")));
    assertThat(back.statusCode()).isEqualTo(302);
    assertThat(back.headers().firstValue("Location")).hasValue("/portal/?signin=failed");
  }

  @Test
  void theCodeIsExchangedWithTheProofKeyAndTheClientsSecret() throws NoSuchAlgorithmException {
    Browser browser = new Browser(port);
    Map<String, String> asked = Browser.query(start(browser));
    AtomicReference<String> form = new AtomicReference<>();
    ISSUER.exchangesCodes(sent -> {
      form.set(sent);
      return "{}";
    });
    browser.get("/portal/login/callback?code=c-1&state=" + encoded(asked.get("state")));
    Map<String, String> sent = Browser.query("x:/?" + form.get());
    assertThat(sent).containsEntry("code", "c-1").containsEntry("grant_type", "authorization_code");
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(sent.get("code_verifier").getBytes(StandardCharsets.US_ASCII));
    assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(digest))
        .isEqualTo(asked.get("code_challenge"));
  }

  private Browser signedIn(String token) {
    return signedIn(token, Duration.ofMinutes(30));
  }

  private Browser signedIn(String token, Duration life) {
    Browser browser = new Browser(port);
    String address = start(browser);
    answerWith(token, Browser.query(address).get("nonce"), life);
    HttpResponse<String> back = callback(browser, address);
    assertThat(back.headers().firstValue("Location")).hasValue("/portal/");
    return browser;
  }

  private static String start(Browser browser) {
    return browser.get("/portal/login").headers().firstValue("Location").orElseThrow();
  }

  private void finish(Browser browser, String address, String token) {
    answerWith(token, Browser.query(address).get("nonce"), Duration.ofMinutes(30));
    callback(browser, address);
  }

  private static HttpResponse<String> callback(Browser browser, String address) {
    return browser.get(
        "/portal/login/callback?code=c&state=" + encoded(Browser.query(address).get("state")));
  }

  private static void answerWith(String token, String nonce, Duration life) {
    String idToken =
        ISSUER.token(claims ->
            claims.audience("portal").claim("nonce", nonce).issueTime(new java.util.Date()));
    ISSUER.exchangesCodes(form ->
        """
        {"access_token": "%s", "id_token": "%s", "token_type": "Bearer", "expires_in": %d}
        """
            .formatted(token, idToken, life.toSeconds()));
  }

  private String csrf(Browser browser) {
    return json(browser.get("/portal/api/session")).path("csrfToken").asString();
  }

  private static String encoded(String value) {
    return java.net.URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
