package fi.lupa.disclosure.document.format;

import fi.lupa.platform.problem.Violation;
import fi.lupa.platform.schema.Utf8;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.stereotype.Component;

/**
 * Checks that an XHTML document is well-formed and harmless. Nothing is stripped: a document that
 * could run something or fetch something, or that has a document type, an entity or a processing
 * instruction, is refused, so that the stored bytes are what was signed.
 */
@Component
public class XhtmlDocuments {
  /** A client system can mend no more at once. */
  static final int MOST_VIOLATIONS = 50;

  /** Deeper than any page, and no reader falls over. */
  static final int DEEPEST = 100;

  private static final Set<Integer> FORBIDDEN =
      Set.of(
          XMLStreamConstants.DTD,
          XMLStreamConstants.ENTITY_REFERENCE,
          XMLStreamConstants.PROCESSING_INSTRUCTION);

  private final XMLInputFactory factory = factory();

  public List<Violation> violations(byte[] content) {
    return Utf8.violation(content).map(List::of).orElseGet(() -> inXml(content));
  }

  private List<Violation> inXml(byte[] content) {
    Set<Violation> found = new LinkedHashSet<>();
    try {
      // As text: from bytes the reader would guess other encodings as well.
      XMLStreamReader reader =
          factory.createXMLStreamReader(
              new StringReader(new String(content, StandardCharsets.UTF_8)));
      String encoding = reader.getCharacterEncodingScheme();
      if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
        found.add(at(reader, "only UTF-8 may be declared"));
      }
      int depth = 0;
      while (reader.hasNext() && found.size() < MOST_VIOLATIONS) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          element(reader, depth == 0, found);
          if (++depth > DEEPEST) {
            found.add(at(reader, "elements may stand " + DEEPEST + " deep"));
            break;
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        } else if (isOtherInHtml(reader, event)) {
          found.add(
              at(reader, "an HTML reader would take this comment or CDATA for something else"));
        } else if (FORBIDDEN.contains(event)) {
          found.add(
              at(reader, "document types, entities and processing instructions aren't allowed"));
        }
      }
    } catch (XMLStreamException e) {
      found.add(new Violation("/content", "isn't well-formed XML"));
    }
    return new ArrayList<>(found);
  }

  private static void element(XMLStreamReader reader, boolean root, Set<Violation> found) {
    String name = reader.getLocalName();
    if (!XhtmlWords.NAMESPACE.equals(reader.getNamespaceURI())) {
      found.add(at(reader, "every element must be XHTML"));
    }
    if (root && !name.equals("html") && !name.equals("div")) {
      found.add(at(reader, "the root must be html or div"));
    }
    if (!XhtmlWords.isElement(name)) {
      found.add(at(reader, "only elements that neither act nor embed are allowed"));
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (!XhtmlWords.isAttribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i))) {
        found.add(at(reader, "only attributes that neither act nor refer outside are allowed"));
      }
    }
  }

  /**
   * HTML ends a comment that begins with {@code >} at once, and knows CDATA as a comment that ends
   * at the first {@code >}: what stands behind would come alive in a viewer that reads it as HTML.
   */
  private static boolean isOtherInHtml(XMLStreamReader reader, int event) {
    return switch (event) {
      case XMLStreamConstants.COMMENT ->
          reader.getText().startsWith(">") || reader.getText().startsWith("->");
      case XMLStreamConstants.CDATA -> reader.getText().contains(">");
      default -> false;
    };
  }

  private static Violation at(XMLStreamReader reader, String message) {
    return new Violation(
        "/content", message + " (line " + reader.getLocation().getLineNumber() + ")");
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    // true by default, but told apart from text only when it is said
    factory.setProperty("http://java.sun.com/xml/stream/properties/report-cdata-event", true);
    // beyond ours, so that ours is told; the JDK's other limits stay
    factory.setProperty("jdk.xml.maxElementDepth", String.valueOf(DEEPEST + 1));
    return factory;
  }
}
