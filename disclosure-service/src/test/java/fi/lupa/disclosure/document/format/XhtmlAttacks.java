package fi.lupa.disclosure.document.format;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A grammar of XHTML: harmless pages with a hole, and what an attacker would put into it. */
final class XhtmlAttacks {
  private static final String XHTML = "http://www.w3.org/1999/xhtml";

  private XhtmlAttacks() {}

  /** A harmless fragment, into which any other may be put at {@code %s}. */
  static Arbitrary<String> harmless() {
    return Arbitraries.lazyOf(XhtmlAttacks::text, XhtmlAttacks::text, XhtmlAttacks::element);
  }

  private static Arbitrary<String> text() {
    return Arbitraries.of(
        "",
        " ",
        "Teksti",
        "ä€😀",
        "a &lt; b &amp;&#x26;",
        "<!-- note -->",
        "<br/>",
        "javascript:x()",
        "&lt;script&gt;",
        "<![CDATA[a & b]]>",
        "url(x)",
        "\n\t");
  }

  private static Arbitrary<String> element() {
    Arbitrary<String> names =
        Arbitraries.of("p", "div", "span", "table", "td", "ul", "li", "h2", "strong", "blockquote");
    Arbitrary<String> attributes =
        Arbitraries.of(
            "",
            " class='a'",
            " id=\"b\"",
            " title='onclick=x()'",
            " style='color: rgb(1,2,3)'",
            " data-x='1'",
            " aria-label='&quot;'",
            " lang='sv' xml:lang='sv'",
            " colspan='2'");
    return Combinators.combine(names, attributes, harmless(), harmless())
        .as((name, attribute, first, second) ->
            "<" + name + attribute + ">" + first + second + "</" + name + ">");
  }

  /** One thing that could act, embed, refer outside or mean something else to another reader. */
  static Arbitrary<String> attack() {
    return Arbitraries.oneOf(
        elements(), foreign(), handlers(), references(), styles(), markup(), polyglots());
  }

  private static Arbitrary<String> elements() {
    List<String> names =
        List.of(
            "script",
            "style",
            "iframe",
            "frame",
            "frameset",
            "object",
            "embed",
            "applet",
            "form",
            "input",
            "button",
            "textarea",
            "select",
            "link",
            "meta",
            "base",
            "img",
            "image",
            "svg",
            "math",
            "video",
            "audio",
            "source",
            "track",
            "canvas",
            "template",
            "slot",
            "portal",
            "noscript",
            "xmp",
            "plaintext",
            "marquee",
            "bgsound",
            "keygen",
            "isindex",
            "x-own");
    return Combinators.combine(Arbitraries.of(names), Arbitraries.integers().between(0, 3))
        .as((name, form) ->
            switch (form) {
              case 0 -> "<" + name + "/>";
              case 1 -> "<" + name + ">x()</" + name + ">";
              case 2 -> "<" + upper(name) + "></" + upper(name) + " >";
              default -> "<h:" + name + " xmlns:h='" + XHTML + "' src='x'/>";
            });
  }

  private static Arbitrary<String> foreign() {
    return Arbitraries.of(
            "http://www.w3.org/2000/svg",
            "http://www.w3.org/1998/Math/MathML",
            "urn:x",
            "",
            "http://www.w3.org/2001/XInclude",
            "http://www.w3.org/1999/XSL/Transform",
            XHTML + "/",
            "HTTP://www.w3.org/1999/xhtml")
        .map(namespace -> "<p xmlns='" + namespace + "'>x</p>");
  }

  private static Arbitrary<String> handlers() {
    Arbitrary<String> events = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(12);
    return Combinators.combine(
            events, Arbitraries.of("x()", "", "&#120;()"), Arbitraries.of(" ", "\n"))
        .as((event, value, space) -> "<p" + space + "on" + event + "='" + value + "'>x</p>");
  }

  private static Arbitrary<String> references() {
    Arbitrary<String> attributes =
        Arbitraries.of(
            "src",
            "srcset",
            "srcdoc",
            "href",
            "action",
            "formaction",
            "background",
            "poster",
            "data",
            "cite",
            "longdesc",
            "ping",
            "manifest",
            "profile",
            "usemap",
            "codebase",
            "classid",
            "lowsrc",
            "dynsrc",
            "xml:base",
            "target",
            "is",
            "nonce",
            "xmlns:l='u' l:href");
    Arbitrary<String> targets =
        Arbitraries.of(
            "https://e.example/x",
            "//e.example/x",
            "x.html",
            " #x",
            "&#9;#x",
            "&#x6A;avascript:x()",
            "javascript:x()",
            "data:text/html,x",
            "vbscript:x",
            "mailto:a@e.example",
            "file:///etc/x",
            "?x",
            "");
    return Combinators.combine(attributes, targets)
        .as((attribute, target) -> "<a " + attribute + "='" + target + "'>x</a>");
  }

  private static Arbitrary<String> styles() {
    Arbitrary<String> functions =
        Arbitraries.of(
            "url",
            "URL",
            "u\\72l",
            "image",
            "image-set",
            "-webkit-image-set",
            "cross-fade",
            "element",
            "expression",
            "attr",
            "var",
            "paint",
            "src",
            "ur/**/l",
            "rgb(url",
            "calc(1px+url");
    Arbitrary<String> open = Arbitraries.of("(", " (", "&#40;", "&#x28;", "\\28 ");
    Arbitrary<String> values =
        Combinators.combine(functions, open)
            .as((function, parenthesis) ->
                "background: " + function + parenthesis + "https://e.example/x)");
    return Arbitraries.oneOf(
            values, Arbitraries.of("@import &quot;x&quot;", "behavior: u\\rl", "&#64;import x"))
        .map(style -> "<p style='color: red; " + style + "'>x</p>");
  }

  private static Arbitrary<String> markup() {
    return Arbitraries.of(
        "<?php x ?>",
        "<?xml-stylesheet href='x'?>",
        "<?xml version='1.0'?>",
        "&nbsp;",
        "&x;",
        "<!DOCTYPE p>",
        "<!ENTITY a 'x'>",
        "<p>",
        "</p>",
        "<p a='1' a='1'/>",
        "<p a=1/>",
        "<p title='<'/>",
        "&#0;",
        "&#xD83D;&#xDE00;",
        "&#x1F;",
        "\u000b",
        "\ufffe",
        "<p xmlns:x=''/>",
        "<xml:p/>",
        "]]>",
        "<!-- a -- b -->",
        "&");
  }

  private static Arbitrary<String> polyglots() {
    return Arbitraries.of(
        "<!--><script>x()</script>-->",
        "<!---><p>-->",
        "<![CDATA[><script>x()</script>]]>",
        "<![CDATA[-->]]>");
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
