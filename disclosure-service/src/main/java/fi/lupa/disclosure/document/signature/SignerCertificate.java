package fi.lupa.disclosure.document.signature;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;

/** What a signer's certificate says of its use and its holder. */
final class SignerCertificate {
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int CONTENT_COMMITMENT = 1;

  /** Purposes that go with signing documents; a certificate for a web server only has none. */
  private static final Set<String> PURPOSES =
      Set.of(
          "2.5.29.37.0", // any
          "1.3.6.1.5.5.7.3.2", // client authentication, on most person's cards
          "1.3.6.1.5.5.7.3.4", // e-mail protection
          "1.3.6.1.5.5.7.3.36", // document signing
          "1.3.6.1.4.1.311.10.3.12"); // document signing, Microsoft's

  private static final int LONGEST_NAME = 200;

  private SignerCertificate() {}

  /** Refuses one that wasn't issued for signing documents, or that doesn't say so. */
  static void check(X509Certificate signer) throws UnverifiedException {
    boolean[] usage = signer.getKeyUsage();
    if (usage == null
        || !(usage[DIGITAL_SIGNATURE] || usage[CONTENT_COMMITMENT])
        || signer.getBasicConstraints() >= 0
        || !isForDocuments(signer)) {
      throw new UnverifiedException(SignatureReason.CERTIFICATE_NOT_FOR_SIGNING);
    }
  }

  private static boolean isForDocuments(X509Certificate signer) {
    try {
      List<String> purposes = signer.getExtendedKeyUsage();
      return purposes == null || purposes.stream().anyMatch(PURPOSES::contains);
    } catch (CertificateParsingException e) {
      return false;
    }
  }

  /** The common name of the holder, in one line; null when there is none. */
  static @Nullable String name(X509Certificate signer) {
    try {
      LdapName subject = new LdapName(signer.getSubjectX500Principal().getName());
      return subject.getRdns().reversed().stream()
          .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
          .map(Rdn::getValue)
          .filter(String.class::isInstance)
          .map(value -> line((String) value))
          .filter(value -> !value.isEmpty())
          .findFirst()
          .orElse(null);
    } catch (InvalidNameException e) {
      return null;
    }
  }

  /** Without characters that would break a line, a column or the direction of reading. */
  private static String line(String text) {
    String clean =
        text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]", " ").strip();
    int length = clean.codePointCount(0, clean.length());
    return length <= LONGEST_NAME
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_NAME));
  }
}
