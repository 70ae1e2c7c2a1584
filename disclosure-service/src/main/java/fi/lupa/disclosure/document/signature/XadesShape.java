package fi.lupa.disclosure.document.signature;

import static fi.lupa.disclosure.document.signature.SignatureReason.MALFORMED;
import static fi.lupa.disclosure.document.signature.SignatureReason.STRUCTURE_NOT_ALLOWED;
import static fi.lupa.disclosure.document.signature.XmlTree.children;
import static fi.lupa.disclosure.document.signature.XmlTree.is;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * The one shape of a XAdES signature that is taken: a {@code ds:Signature} that signs, by two
 * references without transforms, the document beside it and its own signed properties. What doesn't
 * fit is refused before anything of it is acted on, so nothing can be wrapped, fetched or run.
 *
 * @param root the {@code ds:Signature}
 * @param properties the signed properties, where they must stand
 * @param content the reference to the document
 */
record XadesShape(
    Element root,
    SigningAlgorithm algorithm,
    Element keyInfo,
    Element properties,
    Element content) {
  static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
  static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
  private static final String PROPERTIES = "http://uri.etsi.org/01903#SignedProperties";

  private static final Set<String> CANONICALIZATIONS =
      Set.of(
          "http://www.w3.org/2001/10/xml-exc-c14n#",
          "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
          "http://www.w3.org/2006/12/xml-c14n11");

  /** A bare name for the document, which is never looked up: the document is given. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

  /** Nothing that a reference could read as an XPointer. */
  private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]{0,199}");

  static XadesShape of(Element root) throws UnverifiedException {
    if (!is(root, DSIG, "Signature")) {
      throw new UnverifiedException(MALFORMED);
    }
    List<Element> parts = children(root);
    expect(parts, List.of("SignedInfo", "SignatureValue", "KeyInfo", "Object"));
    List<Element> info = children(parts.get(0));
    expect(info, List.of("CanonicalizationMethod", "SignatureMethod", "Reference", "Reference"));
    canonicalization(info.get(0));
    SigningAlgorithm algorithm = SigningAlgorithm.ofXml(algorithm(info.get(1)));

    Element properties = properties(root, parts.get(3));
    boolean first = refersTo(info.get(2), properties);
    Element content = content(info.get(first ? 3 : 2));
    ownReference(info.get(first ? 2 : 3), properties);
    return new XadesShape(root, algorithm, keyInfo(parts.get(2)), properties, content);
  }

  private static Element properties(Element root, Element object) throws UnverifiedException {
    Element qualifying = only(children(object), XADES, "QualifyingProperties");
    List<Element> groups = children(qualifying);
    require(
        !groups.isEmpty() && groups.size() <= 2 && is(groups.get(0), XADES, "SignedProperties"));
    require(groups.size() == 1 || is(groups.get(1), XADES, "UnsignedProperties"));
    require(ID.matcher(root.getAttribute("Id")).matches());
    require(qualifying.getAttribute("Target").equals("#" + root.getAttribute("Id")));
    require(ID.matcher(groups.get(0).getAttribute("Id")).matches());
    return groups.get(0);
  }

  private static boolean refersTo(Element reference, Element properties) {
    return reference.getAttribute("URI").equals("#" + properties.getAttribute("Id"));
  }

  private static void ownReference(Element reference, Element properties)
      throws UnverifiedException {
    require(refersTo(reference, properties));
    require(reference.getAttribute("Type").equals(PROPERTIES));
    List<Element> parts = children(reference);
    if (parts.size() == 3) {
      expect(parts.subList(0, 1), List.of("Transforms"));
      canonicalization(only(children(parts.get(0)), DSIG, "Transform"));
      parts = parts.subList(1, 3);
    }
    digest(parts);
  }

  private static Element content(Element reference) throws UnverifiedException {
    require(
        !reference.hasAttribute("URI") || NAME.matcher(reference.getAttribute("URI")).matches());
    require(!reference.getAttribute("Type").equals(PROPERTIES));
    digest(children(reference));
    return reference;
  }

  private static void digest(List<Element> parts) throws UnverifiedException {
    expect(parts, List.of("DigestMethod", "DigestValue"));
    Digests.ofXml(algorithm(parts.get(0)));
    require(children(parts.get(1)).isEmpty());
  }

  private static void canonicalization(Element element) throws UnverifiedException {
    require(CANONICALIZATIONS.contains(algorithm(element)));
  }

  private static String algorithm(Element element) throws UnverifiedException {
    require(children(element).isEmpty());
    return element.getAttribute("Algorithm");
  }

  /** Keys and names beside the certificates aren't looked at; what points elsewhere is refused. */
  private static Element keyInfo(Element keyInfo) throws UnverifiedException {
    for (Element child : children(keyInfo)) {
      require(
          is(child, DSIG, "X509Data") || is(child, DSIG, "KeyValue") || is(child, DSIG, "KeyName"));
    }
    return keyInfo;
  }

  private static void expect(List<Element> elements, List<String> names)
      throws UnverifiedException {
    require(elements.size() == names.size());
    for (int i = 0; i < names.size(); i++) {
      require(is(elements.get(i), DSIG, names.get(i)));
    }
  }

  static Element only(List<Element> elements, String namespace, String name)
      throws UnverifiedException {
    require(elements.size() == 1 && is(elements.getFirst(), namespace, name));
    return elements.getFirst();
  }

  private static void require(boolean condition) throws UnverifiedException {
    if (!condition) {
      throw new UnverifiedException(STRUCTURE_NOT_ALLOWED);
    }
  }
}
