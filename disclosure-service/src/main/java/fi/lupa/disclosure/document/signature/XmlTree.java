package fi.lupa.disclosure.document.signature;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML of strangers: no document type, hence no entities, and nothing from outside. */
final class XmlTree {
  /** A signature is flat; canonicalising recurses. */
  private static final String DEEPEST = "40";

  private static final Set<String> IDS = Set.of("id", "Id", "ID", "xml:id");

  private XmlTree() {}

  /** The root of a document in UTF-8 whose elements' ids are each its own. */
  static Element read(byte[] bytes) throws UnverifiedException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      DocumentBuilder builder = factory().newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // the default one writes to standard error
      Element root = builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
      check(root, new HashSet<>());
      return root;
    } catch (CharacterCodingException | SAXException e) {
      throw new UnverifiedException(SignatureReason.MALFORMED);
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException("no XML parser", e);
    }
  }

  static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  static boolean is(Element element, String namespace, String name) {
    return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
  }

  /** Two elements of one id, or text hidden from one reader, could be signed as another's. */
  private static void check(Node node, Set<String> ids) throws UnverifiedException {
    if (node.getNodeType() == Node.COMMENT_NODE
        || node.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
      throw new UnverifiedException(SignatureReason.STRUCTURE_NOT_ALLOWED);
    }
    NamedNodeMap attributes = node.getAttributes();
    for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      if (IDS.contains(attribute.getName()) && !ids.add(attribute.getValue())) {
        throw new UnverifiedException(SignatureReason.STRUCTURE_NOT_ALLOWED);
      }
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      check(child, ids);
    }
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    return factory;
  }
}
