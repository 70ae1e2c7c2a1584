package fi.lupa.disclosure.document.signature;

import static fi.lupa.disclosure.document.signature.SignatureReason.CONTENT_CHANGED;
import static fi.lupa.disclosure.document.signature.SignatureReason.SIGNATURE_WRONG;

import fi.lupa.disclosure.document.signature.SignatureVerdict.Verified;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.URIDereferencer;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Element;

/**
 * Detached XAdES. The JDK's XML signatures check a {@link XadesShape}; this adds what XAdES adds:
 * the signed name of the signer's certificate and the time.
 */
final class XadesSignatures {
  private final SignerChain chain;

  XadesSignatures(SignerChain chain) {
    this.chain = chain;
  }

  Verified verify(byte[] signature, byte[] content, Instant receivedAt) throws UnverifiedException {
    XadesShape shape = XadesShape.of(XmlTree.read(signature));
    XadesSigner signer = XadesSigner.of(shape, receivedAt);
    chain.check(signer.certificate(), signer.carried(), signer.signedAt(), receivedAt);
    checkContent(shape.content(), content);
    checkValue(shape, signer.certificate().getPublicKey(), content);
    return new Verified(SignerCertificate.name(signer.certificate()), signer.signedAt());
  }

  private static void checkContent(Element reference, byte[] content) throws UnverifiedException {
    List<Element> digest = XmlTree.children(reference);
    String algorithm = Digests.ofXml(digest.get(0).getAttribute("Algorithm"));
    if (!MessageDigest.isEqual(XadesSigner.base64(digest.get(1)), Digests.of(algorithm, content))) {
      throw new UnverifiedException(CONTENT_CHANGED);
    }
  }

  /** The digests of both references, and the signature over those. */
  private static void checkValue(XadesShape shape, PublicKey key, byte[] content)
      throws UnverifiedException {
    try {
      if (!key.getAlgorithm().equals(shape.algorithm().keyType())) {
        throw new UnverifiedException(SIGNATURE_WRONG);
      }
      XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
      DOMValidateContext context = new DOMValidateContext(key, shape.root());
      context.setProperty("org.jcp.xml.dsig.secureValidation", true);
      context.setIdAttributeNS(shape.properties(), null, "Id");
      context.setURIDereferencer(only(content, factory.getURIDereferencer()));
      if (!factory.unmarshalXMLSignature(context).validate(context)) {
        throw new UnverifiedException(SIGNATURE_WRONG);
      }
    } catch (MarshalException | XMLSignatureException | ClassCastException e) {
      throw new UnverifiedException(SIGNATURE_WRONG);
    }
  }

  /** A reference inside the signature goes by its id; any other is the document. */
  private static URIDereferencer only(byte[] content, URIDereferencer inside) {
    return (reference, context) -> {
      String uri = reference.getURI();
      return uri != null && uri.startsWith("#")
          ? inside.dereference(reference, context)
          : new OctetStreamData(new ByteArrayInputStream(content));
    };
  }
}
