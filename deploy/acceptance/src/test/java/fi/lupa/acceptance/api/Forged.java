package fi.lupa.acceptance.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.lupa.acceptance.system.Lupa;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Base64;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tokens that are real in all but one thing: the local issuer signed them, or somebody who had
 * stolen its key did.
 */
public final class Forged {
  private static final PrivateKey ANOTHER = anotherKey();

  /** Read once the system has made it. */
  private static final class Issuers {
    static final PrivateKey KEY = issuersKey();
  }

  private Forged() {}

  /** A token with other claims, signed with the issuer's own key. */
  public static String changed(String token, Consumer<ObjectNode> change) {
    return signed(token, change, Issuers.KEY);
  }

  /** A token signed with a key that isn't the issuer's. */
  public static String byAnotherKey(String token) {
    return signed(token, claims -> {}, ANOTHER);
  }

  /** A token that says it needs no signature. */
  public static String unsigned(String token) {
    return encoded("{\"alg\":\"none\"}") + "." + token.split("\\.")[1] + ".";
  }

  /** What a token's holder may do. */
  public static Set<String> scopes(String token) {
    return claims(token)
        .path("scope")
        .valueStream()
        .map(JsonNode::asString)
        .collect(Collectors.toSet());
  }

  private static ObjectNode claims(String token) {
    byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
    return (ObjectNode) JsonMapper.shared().readTree(payload);
  }

  private static String signed(String token, Consumer<ObjectNode> change, PrivateKey key) {
    ObjectNode claims = claims(token);
    change.accept(claims);
    String content = token.split("\\.")[0] + "." + encoded(claims.toString());
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(content.getBytes(UTF_8));
      return content
          + "."
          + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PrivateKey anotherKey() {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
      keys.initialize(2048);
      return keys.generateKeyPair().getPrivate();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PrivateKey issuersKey() {
    try {
      JsonNode key =
          JsonMapper.shared()
              .readTree(
                  Files.readString(Lupa.shared().folder("issuer").resolve("signing-key.json")));
      return KeyFactory.getInstance("RSA")
          .generatePrivate(
              new RSAPrivateCrtKeySpec(
                  number(key, "n"),
                  number(key, "e"),
                  number(key, "d"),
                  number(key, "p"),
                  number(key, "q"),
                  number(key, "dp"),
                  number(key, "dq"),
                  number(key, "qi")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static BigInteger number(JsonNode key, String member) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(member).asString()));
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
