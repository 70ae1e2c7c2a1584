package fi.lupa.disclosure.document.format;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XhtmlDocumentsTest {
  private static final XhtmlDocuments CHECK = new XhtmlDocuments();
  private static final String GOOD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- a comment -->
      <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fi" lang="fi">
        <head><title>Suunnitelma</title></head>
        <body class="a" id="top">
          <h1>Otsikko &amp; &#228; &lt;</h1><p style="color: #333; width: calc(100% - 2em)">Teksti</p>
          <table><thead><tr><th scope="col" colspan="2">A</th></tr></thead>
            <tbody><tr><td rowspan="1">1</td></tr></tbody></table>
          <ul><li><a href="#top" title="ylös">ylös</a></li></ul><![CDATA[a < b &c;]]>
        </body>
      </html>
      """;

  private static List<Violation> violations(String document) {
    return CHECK.violations(document.getBytes(StandardCharsets.UTF_8));
  }

  private static String page(String inner) {
    return "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + inner + "</div>";
  }

  @Test
  void ordinaryDocumentsPass() {
    assertThat(violations(GOOD)).isEmpty();
    assertThat(violations(page(""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>x()</script>",
        "<SCRIPT>x()</SCRIPT>",
        "<style>p {}</style>",
        "<link rel='stylesheet' href='https://e.example/x.css'/>",
        "<meta http-equiv='refresh' content='0'/>",
        "<base href='https://e.example/'/>",
        "<iframe src='#'></iframe>",
        "<object data='x'/>",
        "<embed/>",
        "<form action='#'><input/></form>",
        "<img src='https://e.example/x.png'/>",
        "<img src='data:image/png;base64,AA'/>",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "<math xmlns='http://www.w3.org/1998/Math/MathML'/>",
        "<p xmlns=''>no namespace</p>",
        "<p xmlns='urn:x'>another</p>",
        "<p onclick='x()'>a</p>",
        "<p ONCLICK='x()'>a</p>",
        "<p onfuture='x()'>a</p>",
        "<a href='https://e.example'>a</a>",
        "<a href='javascript:x()'>a</a>",
        "<a href=' #x'>a</a>",
        "<a href='x.html'>a</a>",
        "<a xmlns:l='http://www.w3.org/1999/xlink' l:href='https://e.example'>a</a>",
        "<a href='#x' ping='https://e.example'>a</a>",
        "<blockquote cite='https://e.example'>a</blockquote>",
        "<p background='https://e.example/x'>a</p>",
        "<p xml:base='https://e.example/'>a</p>",
        "<p srcdoc='x'>a</p>",
        "<p style='background: url(https://e.example/x)'>a</p>",
        "<p style='background: URL (x)'>a</p>",
        "<p style='background: u\\72l(https://e.example/x)'>a</p>",
        "<p style='background: image-set(\"https://e.example/x\" 1x)'>a</p>",
        "<p style='width: expression(x())'>a</p>",
        "<p style='width: calc(url(x))'>a</p>",
        "<p style='x: rgb(1,2,3) url(x)'>a</p>",
        "<?php x ?>",
        "<?xml-stylesheet href='x'?>",
        "&nbsp;",
        "&unknown;",
        "<p title='&unknown;'>a</p>",
        "<p>not closed",
        "<p a='1' a='2'/>",
        "<x:p/>",
        "\u0001",
        "&#0;",
        "&#xD800;",
        "<p title='&#xFFFF;'>a</p>",
        "<!--><script>x()</script>-->",
        "<!-->-->",
        "<!---><img src='x' onerror='x()'/>-->",
        "<![CDATA[><img src='x' onerror='x()'>]]>",
        "<![CDATA[<script>]]>"
      })
  void harmfulOrBrokenDocumentsAreRefused(String inner) {
    assertThat(violations(page(inner)))
        .isNotEmpty()
        .allSatisfy(violation -> {
          assertThat(violation.pointer()).isEqualTo("/content");
          assertThat(violation.message()).doesNotContain("e.example", "unknown", "x()");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html>",
        "<!DOCTYPE html SYSTEM 'file:///etc/passwd'>",
        "<!DOCTYPE div [<!ENTITY a 'x'>]>",
        "<!DOCTYPE div [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE div [<!ENTITY % a SYSTEM 'https://e.example/x'> %a;]>",
        "<?xml-stylesheet href='x'?>"
      })
  void nothingStandsBeforeTheRoot(String before) {
    assertThat(violations(before + page("a"))).isNotEmpty();
    assertThat(violations(before + page("&a;"))).isNotEmpty();
  }

  @Test
  void aBillionLaughsStayQuiet() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE div [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 12; i++) {
      bomb.append("<!ENTITY a").append(i).append(" '").append(("&a" + (i - 1) + ";").repeat(10));
      bomb.append("'>");
    }
    bomb.append("]>").append(page("<p title='&a11;'>&a11;</p>"));
    assertThat(violations(bomb.toString())).isNotEmpty();
  }

  @Test
  void onlyUtf8IsDeclared() {
    assertThat(violations("<?xml version='1.0' encoding='utf-8'?>" + page("a"))).isEmpty();
    assertThat(violations("<?xml version='1.0' encoding='ISO-8859-1'?>" + page("a"))).isNotEmpty();
  }

  @Test
  void theRootIsHtmlOrDiv() {
    assertThat(violations("<p xmlns=\"http://www.w3.org/1999/xhtml\"/>")).hasSize(1);
    assertThat(violations("")).isNotEmpty();
    assertThat(violations("{}")).isNotEmpty();
    assertThat(violations(page("a") + page("b"))).isNotEmpty();
  }

  @Test
  void depthIsBounded() {
    int inside = XhtmlDocuments.DEEPEST - 1;
    assertThat(violations(page("<p>".repeat(inside) + "</p>".repeat(inside)))).isEmpty();
    assertThat(violations(page("<p>".repeat(inside + 1) + "</p>".repeat(inside + 1)))).hasSize(1);
    assertThat(violations("<div xmlns='http://www.w3.org/1999/xhtml'>".repeat(200_000))).hasSize(1);
  }

  @Test
  void aLongCdataIsSeenToItsEnd() {
    assertThat(violations(page("<![CDATA[" + "a".repeat(300_000) + "]]>"))).isEmpty();
    assertThat(violations(page("<![CDATA[" + "a".repeat(300_000) + ">]]>"))).hasSize(1);
  }

  @Test
  void onlyPlainUtf8IsTaken() {
    assertThat(violations("\uFEFF" + page("a")))
        .extracting(Violation::message)
        .containsExactly("begins with a byte order mark, which isn't allowed");
    assertThat(CHECK.violations(page("a").getBytes(StandardCharsets.UTF_16))).hasSize(1);
    assertThat(CHECK.violations(page("ä").getBytes(StandardCharsets.ISO_8859_1))).hasSize(1);
  }

  @Test
  void aDocumentFullOfMistakesGetsAShortAnswer() {
    assertThat(violations(page("<script/>\n".repeat(10_000))))
        .hasSizeLessThanOrEqualTo(XhtmlDocuments.MOST_VIOLATIONS);
  }

  @Property
  void anyBytesGetAnAnswer(@ForAll byte[] bytes) {
    assertThat(CHECK.violations(bytes)).isNotNull();
  }

  @Property
  void aDocumentWithAByteChangedGetsAnAnswer(@ForAll Random random) {
    byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 3; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    assertThat(CHECK.violations(bytes)).isNotNull();
  }
}
