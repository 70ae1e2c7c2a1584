package fi.lupa.disclosure.document.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.URIDereferencer;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLObject;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Makes detached XAdES with the JDK, honest unless told otherwise. */
final class Xades {
  static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
  static final String ES256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
  static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
  private static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");

  private final Signer signer;
  private String algorithm = ES256;
  private String digest = SHA256;
  private @Nullable String uri = "content";
  private String canonicalization = EXCLUSIVE;
  private List<Transform> contentTransforms = List.of();
  private List<Transform> ownTransforms = List.of();
  private final List<Reference> more = new ArrayList<>();
  private UnaryOperator<String> properties = UnaryOperator.identity();
  private String unsigned = "";

  Xades(Signer signer) {
    this.signer = signer;
  }

  Xades algorithm(String name) {
    algorithm = name;
    return this;
  }

  Xades digest(String name) {
    digest = name;
    return this;
  }

  Xades uri(@Nullable String name) {
    uri = name;
    return this;
  }

  Xades canonicalization(String name) {
    canonicalization = name;
    return this;
  }

  Xades contentTransform(Transform transform) {
    contentTransforms = List.of(transform);
    return this;
  }

  Xades ownTransform(Transform transform) {
    ownTransforms = List.of(transform);
    return this;
  }

  /** One reference more, to something outside. */
  Xades alsoTo(String otherUri) {
    try {
      more.add(FACTORY.newReference(otherUri, FACTORY.newDigestMethod(SHA256, null)));
      return this;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Changes the signed properties before they are signed. */
  Xades properties(UnaryOperator<String> change) {
    properties = change;
    return this;
  }

  Xades unsigned(String xml) {
    unsigned = xml;
    return this;
  }

  static Transform transform(String algorithm, @Nullable String parameter) {
    try {
      return parameter == null
          ? FACTORY.newTransform(algorithm, (TransformParameterSpec) null)
          : FACTORY.newTransform(algorithm, new DOMStructure(element(parameter)));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] sign(byte[] content) {
    return text(content).getBytes(UTF_8);
  }

  String text(byte[] content) {
    try {
      Document document =
          DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
      Element qualifying = (Element) document.importNode(element(qualifying()), true);
      XMLObject object =
          FACTORY.newXMLObject(List.of(new DOMStructure(qualifying)), null, null, null);
      var context = new DOMSignContext(signer.keys().getPrivate(), document);
      context.setProperty("org.jcp.xml.dsig.secureValidation", false);
      context.setDefaultNamespacePrefix("ds");
      context.setIdAttributeNS((Element) qualifying.getFirstChild(), null, "Id");
      context.setURIDereferencer(given(content));
      FACTORY
          .newXMLSignature(signedInfo(), keyInfo(), List.of(object), "signature", null)
          .sign(context);
      return serialized(document);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private SignedInfo signedInfo() throws Exception {
    var method = FACTORY.newDigestMethod(digest, null);
    List<Reference> references = new ArrayList<>();
    references.add(FACTORY.newReference(uri, method, contentTransforms, null, null));
    references.add(
        FACTORY.newReference(
            "#properties",
            method,
            ownTransforms,
            "http://uri.etsi.org/01903#SignedProperties",
            null));
    references.addAll(more);
    return FACTORY.newSignedInfo(
        FACTORY.newCanonicalizationMethod(canonicalization, (C14NMethodParameterSpec) null),
        FACTORY.newSignatureMethod(algorithm, null),
        references);
  }

  private KeyInfo keyInfo() {
    KeyInfoFactory keys = FACTORY.getKeyInfoFactory();
    return keys.newKeyInfo(List.of(keys.newX509Data(signer.chain())));
  }

  private String qualifying() {
    String signed =
        """
        <xades:SignedProperties Id="properties"><xades:SignedSignatureProperties>\
        <xades:SigningTime>2026-11-22T09:00:00Z</xades:SigningTime>\
        <xades:SigningCertificateV2><xades:Cert><xades:CertDigest>\
        <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>\
        <ds:DigestValue>%s</ds:DigestValue>\
        </xades:CertDigest></xades:Cert></xades:SigningCertificateV2>\
        </xades:SignedSignatureProperties></xades:SignedProperties>\
        """
            .formatted(digestOf(signer.certificate()));
    return """
    <xades:QualifyingProperties xmlns:xades="http://uri.etsi.org/01903/v1.3.2#" \
    xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Target="#signature">%s%s\
    </xades:QualifyingProperties>\
    """
        .formatted(properties.apply(signed), unsigned);
  }

  static String digestOf(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(Digests.of("SHA-256", certificate.getEncoded()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** What stands outside is the content, whatever it is called. */
  private static URIDereferencer given(byte[] content) {
    return (reference, context) -> {
      String name = reference.getURI();
      return name != null && name.startsWith("#")
          ? FACTORY.getURIDereferencer().dereference(reference, context)
          : new OctetStreamData(new ByteArrayInputStream(content));
    };
  }

  private static Element element(String xml) throws Exception {
    var source = new InputSource(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    return DocumentBuilderFactory.newDefaultNSInstance()
        .newDocumentBuilder()
        .parse(source)
        .getDocumentElement();
  }

  private static String serialized(Document document) throws Exception {
    Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    StringWriter out = new StringWriter();
    transformer.transform(new DOMSource(document), new StreamResult(out));
    return out.toString();
  }
}
