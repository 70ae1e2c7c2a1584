package fi.lupa.disclosure.document.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import fi.lupa.disclosure.document.signature.SignatureVerdict.Verified;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JWS with detached content: {@code header..signature}. The signer is whom {@code x5c} names and an
 * anchor vouches for; {@code jwk}, {@code jku}, {@code x5u} and {@code kid} are not looked at.
 */
final class JwsSignatures {
  private static final Pattern DETACHED =
      Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]*)\\.([A-Za-z0-9_-]*)");

  /** Header parameters besides RFC 7515's own that are acted on, so that they may be critical. */
  private static final Set<String> UNDERSTOOD = Set.of("b64", "sigT", "iat");

  private final SignerChain chain;

  JwsSignatures(SignerChain chain) {
    this.chain = chain;
  }

  Verified verify(byte[] signature, byte[] content, Instant receivedAt) throws UnverifiedException {
    Matcher parts = DETACHED.matcher(new String(signature, US_ASCII));
    if (!parts.matches() || !isCanonical(parts.group(1)) || !isCanonical(parts.group(3))) {
      throw new UnverifiedException(SignatureReason.MALFORMED);
    }
    JWSHeader header = header(parts.group(1));
    SigningAlgorithm algorithm = SigningAlgorithm.ofJose(header.getAlgorithm().getName());
    if (!parts.group(2).isEmpty()) {
      throw new UnverifiedException(SignatureReason.STRUCTURE_NOT_ALLOWED);
    }
    checkCritical(header);
    List<X509Certificate> certificates = JwsCertificates.of(header);
    X509Certificate signer = certificates.getFirst();
    Instant signedAt = SigningTime.ofJws(header, receivedAt);
    chain.check(signer, certificates, signedAt, receivedAt);
    JWSVerifier verifier = verifier(algorithm, signer.getPublicKey());
    checkValue(verifier, header, signedInput(header, content), new Base64URL(parts.group(3)));
    return new Verified(SignerCertificate.name(signer), signedAt);
  }

  /** So that no bit of a signature can be changed without being noticed. */
  private static boolean isCanonical(String encoded) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(encoded);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(encoded);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static JWSHeader header(String encoded) throws UnverifiedException {
    try {
      return JWSHeader.parse(new Base64URL(encoded));
    } catch (ParseException | IllegalArgumentException e) {
      throw new UnverifiedException(SignatureReason.MALFORMED);
    }
  }

  /** RFC 7515 4.1.11, RFC 7797 6. */
  private static void checkCritical(JWSHeader header) throws UnverifiedException {
    Set<String> critical = header.getCriticalParams();
    boolean plain = !header.isBase64URLEncodePayload();
    if (critical == null) {
      if (plain) {
        throw new UnverifiedException(SignatureReason.MALFORMED);
      }
      return;
    }
    if (!UNDERSTOOD.containsAll(critical)) {
      throw new UnverifiedException(SignatureReason.HEADER_NOT_UNDERSTOOD);
    }
    if (critical.isEmpty()
        || !header.getIncludedParams().containsAll(critical)
        || (plain && !critical.contains("b64"))) {
      throw new UnverifiedException(SignatureReason.MALFORMED);
    }
  }

  private static JWSVerifier verifier(SigningAlgorithm algorithm, PublicKey key)
      throws UnverifiedException {
    try {
      return switch (key) {
        case RSAPublicKey rsa when algorithm.keyType().equals("RSA") ->
            new RSASSAVerifier(rsa, UNDERSTOOD);
        case ECPublicKey ec when algorithm.keyType().equals("EC") ->
            new ECDSAVerifier(ec, UNDERSTOOD);
        default -> throw new UnverifiedException(SignatureReason.SIGNATURE_WRONG);
      };
    } catch (JOSEException e) {
      throw new UnverifiedException(SignatureReason.ALGORITHM_NOT_ALLOWED);
    }
  }

  private static void checkValue(
      JWSVerifier verifier, JWSHeader header, byte[] input, Base64URL value)
      throws UnverifiedException {
    try {
      if (verifier.verify(header, input, value)) {
        return;
      }
    } catch (JOSEException e) {
      // a key of another curve than the algorithm's ends here, like any other wrong key
    }
    throw new UnverifiedException(SignatureReason.SIGNATURE_WRONG);
  }

  /** RFC 7515 5.1 step 5, RFC 7797 3. */
  private static byte[] signedInput(JWSHeader header, byte[] content) {
    byte[] start = (header.getParsedBase64URL() + ".").getBytes(US_ASCII);
    byte[] payload =
        header.isBase64URLEncodePayload()
            ? Base64.getUrlEncoder().withoutPadding().encode(content)
            : content;
    byte[] input = new byte[start.length + payload.length];
    System.arraycopy(start, 0, input, 0, start.length);
    System.arraycopy(payload, 0, input, start.length, payload.length);
    return input;
  }
}
