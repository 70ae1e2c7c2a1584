package fi.lupa.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the consent-service whether one person may act for another, as Suomi.fi asks the national
 * registers. Whatever the reason is that they may not, the answer is one and the same.
 */
final class Representations {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(1);
  private static final String SCOPE = "representations.check";

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final IssuerSettings settings;
  private final RSAKey key;
  private final Clock clock;

  Representations(IssuerSettings settings, RSAKey key, Clock clock) {
    this.settings = settings;
    this.key = key;
    this.clock = clock;
  }

  /**
   * @throws OAuth2AuthenticationException {@code access_denied} when one may not act for the other,
   *     {@code temporarily_unavailable} when nobody can tell
   */
  Representation between(String represented, String representative) {
    String body =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "represented", Map.of("identityCode", represented),
                    "representative", Map.of("identityCode", representative)));
    HttpResponse<String> answer = ask(body);
    return switch (answer.statusCode()) {
      case 200 -> representation(answer.body());
      case 403 -> throw refused(OAuth2ErrorCodes.ACCESS_DENIED, "may not act for this person");
      default -> throw away();
    };
  }

  private HttpResponse<String> ask(String body) {
    String address = settings.consentUrl();
    if (address.isBlank()) {
      throw away();
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/internal/representations/checks"))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + ownToken())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw away();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away();
    }
  }

  private static Representation representation(String body) {
    JsonNode answer = JsonMapper.shared().readTree(body);
    return new Representation(answer.path("id").asString(), answer.path("role").asString());
  }

  /** The issuer signs for itself what it would give another. */
  private String ownToken() {
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(settings.url().toString())
            .subject("issuer")
            .audience(settings.audience())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(TOKEN_LIFE)))
            .claim(Claims.ORGANISATION, settings.operator())
            .claim("scope", List.of(SCOPE))
            .build();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("This JDK can't sign with an RSA key", e);
    }
    return token.serialize();
  }

  private static OAuth2AuthenticationException away() {
    return refused(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE, "nobody can tell now; try again");
  }

  private static OAuth2AuthenticationException refused(String error, String description) {
    return new OAuth2AuthenticationException(new OAuth2Error(error, description, null));
  }
}
