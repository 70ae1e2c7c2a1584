package fi.lupa.disclosure.document.signature;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signer's certificate and those that lead from it to a trust anchor (RFC 5280). Nothing is
 * fetched: a signature carries its chain.
 */
final class SignerChain {
  /** Certificates that a signature may carry. */
  static final int MOST_CARRIED = 10;

  /** Certificates from the signer to the one whose issuer is an anchor. */
  private static final int LONGEST_PATH = 5;

  private final TrustAnchors anchors;
  private final RevocationLists revocations;

  SignerChain(TrustAnchors anchors, RevocationLists revocations) {
    this.anchors = anchors;
    this.revocations = revocations;
  }

  static X509Certificate certificate(byte[] der) throws UnverifiedException {
    try {
      var in = new ByteArrayInputStream(der);
      var certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      if (in.available() == 0) {
        return certificate;
      }
    } catch (CertificateException e) {
      // told below, without its message
    }
    throw new UnverifiedException(SignatureReason.MALFORMED);
  }

  /**
   * Refuses a signer who isn't trusted, at the moment the signature was received or at the one that
   * it says it was made at. The latter alone would let an ended certificate sign with an old date.
   *
   * @param carried the certificates beside the signer's, in any order
   */
  void check(
      X509Certificate signer,
      List<X509Certificate> carried,
      @Nullable Instant signedAt,
      Instant receivedAt)
      throws UnverifiedException {
    SignerCertificate.check(signer);
    List<X509Certificate> path = path(signer, carried);
    for (X509Certificate certificate : path) {
      Strength.check(certificate);
    }
    TrustAnchor anchor = validate(path, receivedAt);
    path.add(anchor.getTrustedCert());
    for (X509Certificate certificate : path) {
      checkDates(certificate, receivedAt);
      if (signedAt != null) {
        checkDates(certificate, signedAt);
      }
    }
  }

  /** Goes from the signer to the first issuer with an anchor's name, never back: no search. */
  private List<X509Certificate> path(X509Certificate signer, List<X509Certificate> carried)
      throws UnverifiedException {
    List<X509Certificate> path = new ArrayList<>(List.of(signer));
    while (!anchors.knows(path.getLast().getIssuerX500Principal())) {
      X509Certificate last = path.getLast();
      X509Certificate issuer =
          carried.stream()
              .filter(c -> c.getSubjectX500Principal().equals(last.getIssuerX500Principal()))
              .filter(c -> !path.contains(c))
              .findFirst()
              .orElse(null);
      if (issuer == null || path.size() == LONGEST_PATH) {
        throw new UnverifiedException(SignatureReason.CERTIFICATE_NOT_TRUSTED);
      }
      path.add(issuer);
    }
    return path;
  }

  private TrustAnchor validate(List<X509Certificate> path, Instant at) throws UnverifiedException {
    try {
      PKIXParameters parameters = new PKIXParameters(anchors.all());
      parameters.setDate(Date.from(at));
      revocations.apply(parameters);
      var result =
          CertPathValidator.getInstance("PKIX")
              .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
      return ((PKIXCertPathValidatorResult) result).getTrustAnchor();
    } catch (CertPathValidatorException e) {
      throw new UnverifiedException(reason(e.getReason()));
    } catch (GeneralSecurityException e) {
      throw new UnverifiedException(SignatureReason.CERTIFICATE_NOT_TRUSTED);
    }
  }

  private static SignatureReason reason(CertPathValidatorException.Reason reason) {
    return switch (reason) {
      case BasicReason.EXPIRED -> SignatureReason.CERTIFICATE_EXPIRED;
      case BasicReason.NOT_YET_VALID -> SignatureReason.CERTIFICATE_NOT_YET_VALID;
      case BasicReason.REVOKED -> SignatureReason.CERTIFICATE_REVOKED;
      case BasicReason.UNDETERMINED_REVOCATION_STATUS -> SignatureReason.REVOCATION_UNKNOWN;
      case BasicReason.ALGORITHM_CONSTRAINED -> SignatureReason.ALGORITHM_NOT_ALLOWED;
      default -> SignatureReason.CERTIFICATE_NOT_TRUSTED;
    };
  }

  private static void checkDates(X509Certificate certificate, Instant at)
      throws UnverifiedException {
    try {
      certificate.checkValidity(Date.from(at));
    } catch (CertificateExpiredException e) {
      throw new UnverifiedException(SignatureReason.CERTIFICATE_EXPIRED);
    } catch (CertificateNotYetValidException e) {
      throw new UnverifiedException(SignatureReason.CERTIFICATE_NOT_YET_VALID);
    }
  }
}
