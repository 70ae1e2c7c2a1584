package fi.lupa.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What is to be printed, part by part from the top. Every text stays a text, whatever stands in it:
 * it never becomes markup, and nothing is fetched from anywhere.
 */
public final class Page {
  private static final String STYLE = style();

  private final Document document;
  private final Element body;

  /**
   * @param language of all its texts: fi, sv or en
   */
  public Page(String language, String title) {
    document = empty();
    Element html = document.createElement("html");
    html.setAttribute("lang", language);
    document.appendChild(html);
    Element head = add(html, "head");
    add(head, "title").setTextContent(title);
    meta(head, "description", title);
    meta(head, "subject", title);
    add(head, "style").setTextContent(STYLE);
    body = add(html, "body");
    add(body, "h1").setTextContent(title);
  }

  /** A heading of the second level. */
  public Page heading(String text) {
    add(body, "h2").setTextContent(text);
    return this;
  }

  public Page paragraph(String text) {
    add(body, "p").setTextContent(text);
    return this;
  }

  /** Names and values, in the map's order. */
  public Page facts(Map<String, String> facts) {
    Element rows = add(add(body, "table"), "tbody");
    facts.forEach((name, value) -> {
      Element row = add(rows, "tr");
      Element header = add(row, "th");
      header.setAttribute("scope", "row");
      header.setTextContent(name);
      add(row, "td").setTextContent(value);
    });
    return this;
  }

  public Page list(List<String> items) {
    Element list = add(body, "ul");
    items.forEach(item -> add(list, "li").setTextContent(item));
    return this;
  }

  Document document() {
    return document;
  }

  private Element add(Element parent, String name) {
    Element child = document.createElement(name);
    parent.appendChild(child);
    return child;
  }

  private void meta(Element head, String name, String content) {
    Element meta = add(head, "meta");
    meta.setAttribute("name", name);
    meta.setAttribute("content", content);
  }

  private static Document empty() {
    try {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String style() {
    try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream("page.css"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
