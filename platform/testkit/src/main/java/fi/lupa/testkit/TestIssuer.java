package fi.lupa.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A token issuer on a free port: public keys at {@code /oauth2/jwks}, client credentials at {@code
 * /oauth2/token}.
 */
public final class TestIssuer {
  public static final String AUDIENCE = "lupa";
  private static final TestIssuer SHARED = new TestIssuer();

  /** Tokens that say the same are one for so long, as a real client keeps its token for a while. */
  private static final Duration ALIKE = Duration.ofMinutes(15);

  /** Somebody else, whose key nobody trusts. */
  private static final class Stranger {
    static final RSAKey KEY = new TestIssuer().key;
  }

  private final Map<JWTClaimsSet, String> signed = new ConcurrentHashMap<>();
  private final RSAKey key;
  private final String url;
  private final AtomicInteger tokenRequests = new AtomicInteger();

  /** Makes an issuer of its own, with its own key. */
  public TestIssuer() {
    try {
      key = new RSAKeyGenerator(2048).keyID("test").generate();
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      url = "http://localhost:" + server.getAddress().getPort();
      server.createContext(
          "/oauth2/jwks", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
      server.createContext("/oauth2/token", this::giveToken);
      server.start();
    } catch (IOException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The issuer that {@link ServiceProperties} names to the service under test. */
  public static TestIssuer shared() {
    return SHARED;
  }

  public String url() {
    return url;
  }

  /** How many tokens its token endpoint has given. */
  public int tokenRequests() {
    return tokenRequests.get();
  }

  /** A provider system's token. */
  public String token(String organisation, String... scopes) {
    return sign(claims -> claims.claim("org", organisation).claim("scope", List.of(scopes)));
  }

  /** A token without an organisation. */
  public String tokenWithoutOrganisation(String... scopes) {
    return sign(claims -> claims.claim("scope", List.of(scopes)));
  }

  /** A citizen's token. */
  public String citizenToken(String identityCode) {
    return sign(claims ->
        claims.claim("urn:oid:1.2.246.21", identityCode).claim("scope", List.of("citizen")));
  }

  /** A token of somebody who acts for another. */
  public String representativeToken(
      String represented, String representative, UUID representation, String role) {
    return representativeToken(
        represented, representative, representation.toString(), role, "citizen.represent");
  }

  /** The same, with what a right token never holds. */
  public String representativeToken(
      String represented,
      String representative,
      String representation,
      String role,
      String... scopes) {
    return sign(claims ->
        claims
            .claim("urn:oid:1.2.246.21", represented)
            .claim("act", Map.of("urn:oid:1.2.246.21", representative))
            .claim("representation", Map.of("id", representation, "role", role))
            .claim("scope", List.of(scopes)));
  }

  /** A token that ran out an hour ago. */
  public String expired(String organisation, String... scopes) {
    return sign(claims ->
        claims
            .claim("org", organisation)
            .claim("scope", List.of(scopes))
            .issueTime(Date.from(Instant.now().minusSeconds(7200)))
            .expirationTime(Date.from(Instant.now().minusSeconds(3600))));
  }

  /** A token with another {@code iss}, signed by the right key. */
  public String otherIssuer(String organisation, String... scopes) {
    return sign(claims ->
        claims
            .issuer("https://elsewhere.example")
            .claim("org", organisation)
            .claim("scope", List.of(scopes)));
  }

  /** A token for another audience. */
  public String otherAudience(String organisation, String... scopes) {
    return sign(claims ->
        claims.audience("another").claim("org", organisation).claim("scope", List.of(scopes)));
  }

  /** A token that never runs out. */
  public String withoutExpiry(String organisation, String... scopes) {
    return sign(claims ->
        claims.claim("org", organisation).claim("scope", List.of(scopes)).expirationTime(null));
  }

  /** A token that names this issuer but is signed by another one's key. */
  public String forged(String organisation, String... scopes) {
    return sign(
        Stranger.KEY,
        claims(all -> all.claim("org", organisation).claim("scope", List.of(scopes))));
  }

  private void giveToken(HttpExchange exchange) throws IOException {
    tokenRequests.incrementAndGet();
    answer(
        exchange,
        "{\"access_token\":\""
            + token("1.2.246.10.90000011.10.0", "facts.write")
            + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
  }

  /** Signed once: signing took two fifths of the processor's time that a service's tests took. */
  private String sign(Consumer<JWTClaimsSet.Builder> more) {
    return signed.computeIfAbsent(claims(more), claims -> sign(key, claims));
  }

  private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> more) {
    long alike = ALIKE.toMillis();
    Instant now = Instant.ofEpochMilli(System.currentTimeMillis() / alike * alike);
    JWTClaimsSet.Builder builder =
        new JWTClaimsSet.Builder()
            .issuer(url)
            .subject("test-client")
            .audience(AUDIENCE)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(3600)));
    more.accept(builder);
    return builder.build();
  }

  private static String sign(RSAKey key, JWTClaimsSet claims) {
    try {
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
