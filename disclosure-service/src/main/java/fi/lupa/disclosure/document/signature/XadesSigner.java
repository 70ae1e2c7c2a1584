package fi.lupa.disclosure.document.signature;

import static fi.lupa.disclosure.document.signature.SignatureReason.CERTIFICATE_MISMATCH;
import static fi.lupa.disclosure.document.signature.SignatureReason.CERTIFICATE_MISSING;
import static fi.lupa.disclosure.document.signature.SignatureReason.STRUCTURE_NOT_ALLOWED;
import static fi.lupa.disclosure.document.signature.XadesShape.DSIG;
import static fi.lupa.disclosure.document.signature.XadesShape.XADES;
import static fi.lupa.disclosure.document.signature.XmlTree.children;

import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Whom a XAdES signature names as its signer, in the signed properties.
 *
 * @param carried all certificates of the signature
 * @param signedAt absent when it doesn't say
 */
record XadesSigner(
    X509Certificate certificate, List<X509Certificate> carried, @Nullable Instant signedAt) {

  static XadesSigner of(XadesShape shape, Instant receivedAt) throws UnverifiedException {
    List<X509Certificate> carried = certificates(shape.keyInfo());
    List<Element> said =
        under(children(shape.properties()).stream(), XADES, "SignedSignatureProperties").toList();
    List<Element> times = said.stream().filter(e -> XmlTree.is(e, XADES, "SigningTime")).toList();
    return new XadesSigner(
        signer(said, carried),
        carried,
        times.isEmpty()
            ? null
            : SigningTime.ofText(
                XadesShape.only(times, XADES, "SigningTime").getTextContent().strip(), receivedAt));
  }

  private static List<X509Certificate> certificates(Element keyInfo) throws UnverifiedException {
    List<Element> elements =
        under(children(keyInfo).stream(), DSIG, "X509Data")
            .filter(e -> XmlTree.is(e, DSIG, "X509Certificate"))
            .toList();
    if (elements.isEmpty()) {
      throw new UnverifiedException(CERTIFICATE_MISSING);
    }
    if (elements.size() > SignerChain.MOST_CARRIED) {
      throw new UnverifiedException(STRUCTURE_NOT_ALLOWED);
    }
    List<X509Certificate> certificates = new ArrayList<>();
    for (Element element : elements) {
      certificates.add(SignerChain.certificate(base64(element)));
    }
    return certificates;
  }

  /** Without this signed digest another certificate of the same key could be put in its place. */
  private static X509Certificate signer(List<Element> said, List<X509Certificate> carried)
      throws UnverifiedException {
    List<Element> named =
        said.stream()
            .filter(e ->
                XmlTree.is(e, XADES, "SigningCertificateV2")
                    || XmlTree.is(e, XADES, "SigningCertificate"))
            .toList();
    if (named.size() != 1 || children(named.getFirst()).isEmpty()) {
      throw new UnverifiedException(CERTIFICATE_MISMATCH);
    }
    List<Element> digest =
        under(children(named.getFirst()).stream().limit(1), XADES, "Cert")
            .filter(e -> XmlTree.is(e, XADES, "CertDigest"))
            .flatMap(e -> children(e).stream())
            .toList();
    if (digest.size() != 2
        || !XmlTree.is(digest.get(0), DSIG, "DigestMethod")
        || !XmlTree.is(digest.get(1), DSIG, "DigestValue")) {
      throw new UnverifiedException(STRUCTURE_NOT_ALLOWED);
    }
    String algorithm = Digests.ofXml(digest.get(0).getAttribute("Algorithm"));
    byte[] value = base64(digest.get(1));
    for (X509Certificate certificate : carried) {
      if (MessageDigest.isEqual(value, Digests.of(algorithm, encoded(certificate)))) {
        return certificate;
      }
    }
    throw new UnverifiedException(CERTIFICATE_MISMATCH);
  }

  private static Stream<Element> under(Stream<Element> elements, String namespace, String name) {
    return elements.filter(e -> XmlTree.is(e, namespace, name)).flatMap(e -> children(e).stream());
  }

  static byte[] base64(Element element) throws UnverifiedException {
    try {
      return Base64.getMimeDecoder().decode(element.getTextContent());
    } catch (IllegalArgumentException e) {
      throw new UnverifiedException(SignatureReason.MALFORMED);
    }
  }

  private static byte[] encoded(X509Certificate certificate) throws UnverifiedException {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new UnverifiedException(SignatureReason.MALFORMED);
    }
  }
}
