package fi.lupa.gateway.token;

import static fi.lupa.gateway.kit.Problems.assertProblem;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import fi.lupa.gateway.Service;
import fi.lupa.gateway.kit.GatewayIT;
import fi.lupa.gateway.kit.Issuer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "lupa.security.clock-skew=0s")
class TokenIT extends GatewayIT {
  private static final String LOG = "/v1/my/log";

  @Test
  void aGoodTokenIsPassedOnToTheService() {
    String token = ISSUER.token();
    assertThat(send(with(token)).statusCode()).isEqualTo(200);
    assertThat(backend(Service.AUDIT).last().header("Authorization")).isEqualTo("Bearer " + token);
  }

  @Test
  void aRequestWithoutTokenStopsHere() {
    HttpResponse<String> answer = send(request(LOG));
    assertProblem(answer, 401, "TOKEN_MISSING");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertNothingPassed();
  }

  static Stream<String> badTokens() throws JOSEException {
    SignedJWT symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), usual());
    symmetric.sign(new MACSigner("0123456789abcdef0123456789abcdef"));
    String good = ISSUER.token();
    return Stream.of(
        "",
        "nonsense",
        "a.b.c",
        ISSUER.forged(),
        ISSUER.token(claims -> claims.issuer("http://another.example")),
        ISSUER.token(claims -> claims.audience("another")),
        ISSUER.token(claims -> claims.audience((String) null)),
        ISSUER.token(claims -> claims.expirationTime(null)),
        ISSUER.token(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(600)))),
        ISSUER.tokenFor(Duration.ofSeconds(-1)),
        good.substring(0, good.length() - 8) + "AAAAAAAA",
        symmetric.serialize(),
        new PlainJWT(usual()).serialize());
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  void aBadTokenStopsHere(String token) {
    assertProblem(send(with(token)), 401, "TOKEN_INVALID");
    assertNothingPassed();
  }

  @Test
  void aTokenInTheAddressIsNoToken() {
    assertProblem(send(request(LOG + "?access_token=" + ISSUER.token())), 401, "TOKEN_MISSING");
  }

  @Test
  void anExpiredTokenIsRefusedThoughItsSignatureIsRemembered() {
    String token = ISSUER.tokenFor(Duration.ofSeconds(3));
    assertThat(send(with(token)).statusCode()).isEqualTo(200);
    await()
        .atMost(6, SECONDS)
        .untilAsserted(() -> assertProblem(send(with(token)), 401, "TOKEN_INVALID"));
  }

  @Test
  void anActThatNeedsNoTokenIsOpen() {
    assertThat(send(request("/v1/log/checkpoints")).statusCode()).isEqualTo(200);
    assertProblem(
        send(request("/v1/log/checkpoints").header("Authorization", "Bearer x")),
        401,
        "TOKEN_INVALID");
  }

  @Test
  void whileTheIssuerIsAwayKnownKeysGoOnAndUnknownOnesWait() {
    assertThat(send(with(ISSUER.token())).statusCode()).isEqualTo(200);
    ISSUER.away();
    assertThat(send(with(ISSUER.token())).statusCode()).isEqualTo(200);
    ISSUER.changeKey();
    String fresh = ISSUER.token();
    // Within the pause after the last asking an unknown key is simply unknown; then the issuer is
    // asked and isn't there.
    await()
        .atMost(15, SECONDS)
        .untilAsserted(() -> {
          HttpResponse<String> answer = send(with(fresh));
          assertProblem(answer, 503, "BACKEND_UNAVAILABLE");
          assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        });
    ISSUER.back();
    await()
        .atMost(15, SECONDS)
        .untilAsserted(() -> assertThat(send(with(fresh)).statusCode()).isEqualTo(200));
  }

  @Test
  void manyUnknownKeysDoNotMakeManyQuestions() {
    send(with(ISSUER.token()));
    int before = ISSUER.asked();
    for (int i = 0; i < 50; i++) {
      send(with("eyJhbGciOiJSUzI1NiIsImtpZCI6Ing" + i + "In0.e30.AAAA"));
    }
    assertThat(ISSUER.asked() - before).isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "fi, Palvelu edellyttää tunnistautumista.",
    "sv, Tjänsten kräver identifiering.",
    "en, This service requires you to sign in.",
    "'sv-FI,sv;q=0.9,en;q=0.5', Tjänsten kräver identifiering.",
    "de, Palvelu edellyttää tunnistautumista.",
    "'x;;q=?', Palvelu edellyttää tunnistautumista."
  })
  void theRefusalSpeaksTheCallersLanguage(String language, String detail) {
    HttpResponse<String> answer = send(request(LOG).header("Accept-Language", language));
    assertThat(assertProblem(answer, 401, "TOKEN_MISSING").path("detail").asString())
        .isEqualTo(detail);
  }

  private static JWTClaimsSet usual() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER.url())
        .audience(Issuer.AUDIENCE)
        .expirationTime(Date.from(Instant.now().plusSeconds(600)))
        .build();
  }

  private HttpRequest.Builder with(String token) {
    return request(LOG).header("Authorization", "Bearer " + token);
  }

  private static void assertNothingPassed() {
    assertThat(backend(Service.AUDIT).requests()).isEmpty();
  }
}
