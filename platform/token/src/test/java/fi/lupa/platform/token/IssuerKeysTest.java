package fi.lupa.platform.token;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

class IssuerKeysTest {
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final RSAKey OLD = key("old");
  private static final RSAKey NEW = key("new");

  private final MovingClock clock = new MovingClock(Instant.parse("2026-11-22T08:00:00Z"));
  private final AtomicInteger asked = new AtomicInteger();
  private volatile JWKSet published = new JWKSet(OLD);
  private volatile boolean away;
  private final IssuerKeys keys =
      new IssuerKeys(Mono.fromCallable(this::publish), Duration.ofMinutes(5), PAUSE, clock);

  @Test
  void aKnownKeyIsNotAskedAgain() {
    assertThat(found("old")).hasSize(1);
    assertThat(found("old")).hasSize(1);
    assertThat(asked).hasValue(1);
  }

  @Test
  void unknownKeysAskOnceWithinThePause() {
    found("old");
    for (int i = 0; i < 20; i++) {
      assertThat(found("unknown" + i)).isEmpty();
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void anUnknownKeyOfAnAbsentIssuerIsAskedAgainSoon() {
    away = true;
    assertThatThrownBy(() -> found("old"));
    away = false;
    await().atMost(5, SECONDS).ignoreExceptions().until(() -> found("old").size() == 1);
    assertThat(asked).hasValue(2);
  }

  @Test
  void agedKeysServeOnceMoreAndAreReplacedBesideTheRequest() {
    IssuerKeys aging =
        new IssuerKeys(Mono.fromCallable(this::publish), Duration.ofMinutes(-1), PAUSE, clock);
    assertThat(aging.apply(token("old")).collectList().block()).hasSize(1);
    published = new JWKSet(NEW);
    await()
        .atMost(10, SECONDS)
        .until(() -> aging.apply(token("old")).collectList().block().isEmpty());
    assertThat(aging.apply(token("new")).collectList().block()).hasSize(1);
  }

  @Test
  void anIssuerThatIsAwayIsNotAVerdictOnTheToken() {
    away = true;
    assertThatThrownBy(() -> found("old"))
        .satisfies(error -> assertThat(Exceptions.unwrap(error)).isInstanceOf(IssuerAway.class));
  }

  @Test
  void knownKeysOutliveTheIssuersAbsence() {
    found("old");
    away = true;
    clock.moves(Duration.ofHours(1));
    assertThat(found("old")).hasSize(1);
  }

  @Test
  void aSymmetricAlgorithmHasNoKeysHere() {
    SignedJWT token =
        new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), new JWTClaimsSet.Builder().build());
    assertThat(keys.apply(token).collectList().block()).isEmpty();
  }

  private List<JWK> found(String id) {
    return keys.apply(token(id)).collectList().block();
  }

  private JWKSet publish() throws IOException {
    asked.incrementAndGet();
    if (away) {
      throw new IOException("away");
    }
    return published;
  }

  private static SignedJWT token(String key) {
    return new SignedJWT(
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key).build(),
        new JWTClaimsSet.Builder().build());
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate().toPublicJWK();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
