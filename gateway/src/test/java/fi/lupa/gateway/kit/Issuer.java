package fi.lupa.gateway.kit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** An issuer of tokens with a set of keys over HTTP; it can go away and change its key. */
public final class Issuer {
  public static final String AUDIENCE = "lupa";

  private final Backend http = new Backend();
  private volatile RSAKey key = newKey();
  private volatile UnaryOperator<String> codes = form -> "{}";

  public Issuer() {
    back();
  }

  public String url() {
    return http.url();
  }

  /** How many times somebody asked for the keys. */
  public int asked() {
    return http.requests().size();
  }

  public void away() {
    http.answers(exchange -> exchange.fails(503));
  }

  public void back() {
    http.answers(this::answer);
  }

  /** What the token endpoint answers to a code: from the form it got to the answer's JSON. */
  public void exchangesCodes(UnaryOperator<String> answer) {
    this.codes = answer;
  }

  private void answer(Backend.Exchange exchange) {
    boolean keys = exchange.request().uri().endsWith("/jwks");
    String answer =
        keys ? new JWKSet(key.toPublicJWK()).toString() : codes.apply(exchange.request().start());
    exchange.answers(200, "application/json", answer);
  }

  /** From now on signs with another key. */
  public void changeKey() {
    key = newKey();
  }

  public String token() {
    return token(UnaryOperator.identity());
  }

  public String tokenFor(Duration life) {
    return token(claims -> claims.expirationTime(Date.from(Instant.now().plus(life))));
  }

  /** A token like the usual one, but with other claims. */
  public String token(UnaryOperator<JWTClaimsSet.Builder> claims) {
    return signed(key, claims);
  }

  /** A token with a good form and a key that isn't the issuer's. */
  public String forged() {
    return signed(newKey(), UnaryOperator.identity());
  }

  private String signed(RSAKey signer, UnaryOperator<JWTClaimsSet.Builder> claims) {
    JWTClaimsSet.Builder usual =
        new JWTClaimsSet.Builder()
            .issuer(url())
            .audience(AUDIENCE)
            .subject("county-north")
            .claim("org", "1.2.246.10.91000005.10.0")
            .jwtID(UUID.randomUUID().toString())
            .expirationTime(Date.from(Instant.now().plusSeconds(3600)));
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(signer.getKeyID()).build(),
            claims.apply(usual).build());
    try {
      token.sign(new RSASSASigner(signer));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
