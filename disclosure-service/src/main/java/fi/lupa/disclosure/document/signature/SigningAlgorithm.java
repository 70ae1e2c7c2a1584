package fi.lupa.disclosure.document.signature;

import java.util.Arrays;

/** The algorithms that are taken, by their JOSE name and their XML name; no others are. */
enum SigningAlgorithm {
  RS256("RSA", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"),
  RS384("RSA", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384"),
  RS512("RSA", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512"),
  PS256("RSA", "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1"),
  PS384("RSA", "http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1"),
  PS512("RSA", "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1"),
  ES256("EC", "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"),
  ES384("EC", "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384"),
  ES512("EC", "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512");

  private final String keyType;
  private final String uri;

  SigningAlgorithm(String keyType, String uri) {
    this.keyType = keyType;
    this.uri = uri;
  }

  /** Type of the key that it belongs to, as {@link java.security.Key#getAlgorithm()} says it. */
  String keyType() {
    return keyType;
  }

  static SigningAlgorithm ofJose(String name) throws UnverifiedException {
    return Arrays.stream(values())
        .filter(algorithm -> algorithm.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UnverifiedException(SignatureReason.ALGORITHM_NOT_ALLOWED));
  }

  static SigningAlgorithm ofXml(String uri) throws UnverifiedException {
    return Arrays.stream(values())
        .filter(algorithm -> algorithm.uri.equals(uri))
        .findFirst()
        .orElseThrow(() -> new UnverifiedException(SignatureReason.ALGORITHM_NOT_ALLOWED));
  }
}
