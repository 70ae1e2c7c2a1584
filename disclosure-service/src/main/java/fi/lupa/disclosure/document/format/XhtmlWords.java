package fi.lupa.disclosure.document.format;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The XHTML that a document may use: text, lists, tables and links inside the page. A list of what
 * is allowed, because a list of what is dangerous is never complete.
 */
final class XhtmlWords {
  static final String NAMESPACE = "http://www.w3.org/1999/xhtml";

  private static final Set<String> ELEMENTS =
      words(
          """
          html head title body header footer main section article aside nav address hgroup
          div span p br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote q pre figure figcaption
          table caption colgroup col thead tbody tfoot tr th td a abbr acronym b bdi bdo big cite
          code del details dfn em i ins kbd label mark s samp small strike strong sub summary sup
          time tt u var wbr center font
          """);

  private static final Set<String> ATTRIBUTES =
      words(
          """
          id class title lang dir role name value type start reversed compact summary width height
          border frame rules cellspacing cellpadding align valign char charoff axis abbr scope
          headers rowspan colspan span nowrap noshade size color face bgcolor datetime open for
          translate hidden space version
          """);

  /** Functions that only name a colour or a length. */
  private static final Pattern HARMLESS =
      Pattern.compile("(?i)\\b(rgba?|hsla?|calc)\\([-0-9.,%/*+ a-z]*\\)");

  private XhtmlWords() {}

  static boolean isElement(String name) {
    return ELEMENTS.contains(name);
  }

  static boolean isAttribute(String name, String value) {
    return switch (name) {
      case "href" -> value.startsWith("#");
      case "style" -> isHarmlessStyle(value);
      default -> ATTRIBUTES.contains(name) || name.startsWith("data-") || name.startsWith("aria-");
    };
  }

  /** Without functions and escapes a style can't name another resource. */
  private static boolean isHarmlessStyle(String style) {
    String rest = HARMLESS.matcher(style).replaceAll("");
    return rest.chars().noneMatch(c -> c == '(' || c == '\\' || c == '@');
  }

  private static Set<String> words(String text) {
    return Stream.of(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
  }
}
