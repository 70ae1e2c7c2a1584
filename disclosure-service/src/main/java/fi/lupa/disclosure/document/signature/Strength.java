package fi.lupa.disclosure.document.signature;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Locale;
import java.util.Set;

/** Which keys and certificates are strong enough, and not so long that checking them takes long. */
final class Strength {
  private static final int SHORTEST_RSA = 2048;
  private static final int LONGEST_RSA = 8192;
  private static final int LONGEST_RSA_EXPONENT = 64;
  private static final Set<Integer> CURVES = Set.of(256, 384, 521);
  private static final Set<String> ALGORITHMS =
      Set.of(
          "SHA256WITHRSA",
          "SHA384WITHRSA",
          "SHA512WITHRSA",
          "SHA256WITHECDSA",
          "SHA384WITHECDSA",
          "SHA512WITHECDSA",
          "RSASSA-PSS");
  private static final Set<String> DIGESTS = Set.of("SHA-256", "SHA-384", "SHA-512");

  private Strength() {}

  /** Refuses a certificate with a weak key or a weak signature by its issuer. */
  static void check(X509Certificate certificate) throws UnverifiedException {
    if (!isStrong(certificate.getPublicKey()) || !isSignedStrongly(certificate)) {
      throw new UnverifiedException(SignatureReason.ALGORITHM_NOT_ALLOWED);
    }
  }

  private static boolean isStrong(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa ->
          rsa.getModulus().bitLength() >= SHORTEST_RSA
              && rsa.getModulus().bitLength() <= LONGEST_RSA
              && rsa.getPublicExponent().bitLength() <= LONGEST_RSA_EXPONENT;
      case ECPublicKey ec -> CURVES.contains(ec.getParams().getOrder().bitLength());
      default -> false;
    };
  }

  private static boolean isSignedStrongly(X509Certificate certificate) {
    String name = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
    return ALGORITHMS.contains(name) && (!name.equals("RSASSA-PSS") || isStrongPss(certificate));
  }

  /** RSASSA-PSS says its digests beside its name. */
  private static boolean isStrongPss(X509Certificate certificate) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
      parameters.init(certificate.getSigAlgParams());
      PSSParameterSpec pss = parameters.getParameterSpec(PSSParameterSpec.class);
      return DIGESTS.contains(pss.getDigestAlgorithm())
          && pss.getMGFParameters() instanceof MGF1ParameterSpec mask
          && DIGESTS.contains(mask.getDigestAlgorithm());
    } catch (GeneralSecurityException | IOException e) {
      return false;
    }
  }
}
