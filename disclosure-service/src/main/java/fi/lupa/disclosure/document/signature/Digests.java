package fi.lupa.disclosure.document.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

/** The digests that are taken, and their names in XML signatures. */
final class Digests {
  private static final Map<String, String> BY_URI =
      Map.of(
          "http://www.w3.org/2001/04/xmlenc#sha256", "SHA-256",
          "http://www.w3.org/2001/04/xmldsig-more#sha384", "SHA-384",
          "http://www.w3.org/2001/04/xmlenc#sha512", "SHA-512");

  private Digests() {}

  /** Java's name of what XML names by an address. */
  static String ofXml(String uri) throws UnverifiedException {
    String name = BY_URI.get(uri);
    if (name == null) {
      throw new UnverifiedException(SignatureReason.ALGORITHM_NOT_ALLOWED);
    }
    return name;
  }

  static byte[] of(String name, byte[] bytes) {
    try {
      return MessageDigest.getInstance(name).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("no " + name, e);
    }
  }
}
