package fi.lupa.disclosure.document.format;

import fi.lupa.platform.problem.Violation;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.stereotype.Component;

/**
 * Checks that an XHTML document is well-formed and harmless. Nothing is stripped: a document with a
 * script, an external reference, a document type or an entity is refused, so that the stored bytes
 * are what was signed.
 */
@Component
public class XhtmlDocuments {
  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final Set<String> ACTIVE =
      Set.of(
          "script",
          "style",
          "link",
          "base",
          "meta",
          "iframe",
          "frame",
          "frameset",
          "object",
          "embed",
          "applet",
          "form",
          "input",
          "button",
          "audio",
          "video",
          "source",
          "svg",
          "math");
  private static final Set<String> REFERENCES =
      Set.of(
          "src",
          "href",
          "action",
          "formaction",
          "data",
          "background",
          "poster",
          "srcset",
          "cite",
          "longdesc",
          "usemap",
          "profile",
          "xmlns:xlink");

  private final XMLInputFactory factory = factory();

  public List<Violation> violations(byte[] content) {
    List<Violation> found = new ArrayList<>();
    try {
      XMLStreamReader reader =
          factory.createXMLStreamReader(new ByteArrayInputStream(content), "UTF-8");
      boolean root = true;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          element(reader, root, found);
          root = false;
        } else if (event == XMLStreamConstants.DTD
            || event == XMLStreamConstants.ENTITY_REFERENCE
            || event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
          found.add(
              at(reader, "document types, entities and processing instructions aren't allowed"));
        }
      }
    } catch (XMLStreamException e) {
      found.add(new Violation("/content", "isn't well-formed XML"));
    }
    return found.stream().distinct().toList();
  }

  private static void element(XMLStreamReader reader, boolean root, List<Violation> found) {
    String name = reader.getLocalName().toLowerCase(Locale.ROOT);
    if (!XHTML.equals(reader.getNamespaceURI())) {
      found.add(at(reader, "every element must be XHTML"));
    }
    if (root && !name.equals("html") && !name.equals("div")) {
      found.add(at(reader, "the root must be html or div"));
    }
    if (ACTIVE.contains(name)) {
      found.add(at(reader, "active or embedding elements aren't allowed"));
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String attribute = reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
      String value = reader.getAttributeValue(i).strip().toLowerCase(Locale.ROOT);
      boolean inPage = value.startsWith("#");
      if (attribute.startsWith("on")
          || (REFERENCES.contains(attribute) && !inPage)
          || (attribute.equals("style")
              && (value.contains("url") || value.contains("expression")))) {
        found.add(at(reader, "scripts and external references aren't allowed"));
      }
    }
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
    return factory;
  }
}
