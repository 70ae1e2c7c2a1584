package fi.lupa.disclosure.document.signature;

import static fi.lupa.disclosure.document.signature.SignatureReason.MALFORMED;
import static fi.lupa.disclosure.document.signature.SignatureReason.SIGNATURE_WRONG;
import static fi.lupa.disclosure.document.signature.SignatureReason.STRUCTURE_NOT_ALLOWED;
import static fi.lupa.disclosure.document.signature.Verifying.AINO;
import static fi.lupa.disclosure.document.signature.Verifying.CONTENT;
import static fi.lupa.disclosure.document.signature.Verifying.reason;
import static fi.lupa.disclosure.document.signature.Verifying.xades;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Honest signatures moved around, and XML made to harm its reader. */
class XadesWrappingTest {
  private static final String HONEST = new Xades(AINO).text(CONTENT);
  private static final String PROPERTIES =
      found("<xades:SignedProperties.*</xades:SignedProperties>");
  private static final String FORGED =
      PROPERTIES.replace("2026-11-22T09:00:00Z", "2026-01-02T09:00:00Z");

  private static String found(String regex) {
    Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(HONEST);
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }

  private static @Nullable SignatureReason of(String signature) {
    return reason(xades(signature.getBytes(UTF_8)));
  }

  /** The signed properties are moved away and others put where they are read. */
  @Test
  void forgedPropertiesBesideTheSignedOnesAreRefused() {
    List<String> attempts =
        List.of(
            // forged in place, the signed ones behind under the same id
            HONEST.replace(PROPERTIES, FORGED + PROPERTIES),
            HONEST.replace(
                PROPERTIES,
                FORGED + "<xades:UnsignedProperties>" + PROPERTIES + "</xades:UnsignedProperties>"),
            HONEST
                .replace(
                    "</ds:Signature>",
                    "<ds:Object xmlns:xades=\""
                        + XadesShape.XADES
                        + "\">"
                        + PROPERTIES
                        + "</ds:Object></ds:Signature>")
                .replaceFirst(Pattern.quote(PROPERTIES), Matcher.quoteReplacement(FORGED)),
            // forged in place under another id
            HONEST.replace(
                PROPERTIES,
                FORGED.replace("\"properties\"", "\"other\"")
                    + "<xades:UnsignedProperties>"
                    + PROPERTIES
                    + "</xades:UnsignedProperties>"),
            // the signed ones in place, but not directly
            HONEST.replace(PROPERTIES, "<x>" + PROPERTIES + "</x>"));
    for (String attempt : attempts) {
      assertThat(of(attempt)).isIn(STRUCTURE_NOT_ALLOWED, SIGNATURE_WRONG);
    }
  }

  @Test
  void aSignatureInsideAnotherRootIsRefused() {
    assertThat(of("<x>" + HONEST + "</x>")).isEqualTo(MALFORMED);
    assertThat(
            of(
                "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">"
                    + HONEST
                    + "</ds:Signature>"))
        .isEqualTo(STRUCTURE_NOT_ALLOWED);
    assertThat(
            of(
                HONEST.replace(
                    "http://www.w3.org/2000/09/xmldsig#\" Id",
                    "http://www.w3.org/2000/09/xmldsig\" Id")))
        .isIn(MALFORMED, STRUCTURE_NOT_ALLOWED);
  }

  @Test
  void twoSignedInfosAreRefused() {
    String info = found("<ds:SignedInfo.*</ds:SignedInfo>");
    assertThat(of(HONEST.replace(info, info + info))).isEqualTo(STRUCTURE_NOT_ALLOWED);
    assertThat(of(HONEST.replace(info, ""))).isEqualTo(STRUCTURE_NOT_ALLOWED);
  }

  @Test
  void oneIdIsOneElement() {
    for (String name : List.of("Id", "ID", "id", "xml:id")) {
      assertThat(of(HONEST.replace("<ds:KeyInfo", "<ds:KeyInfo " + name + "=\"properties\"")))
          .as(name)
          .isEqualTo(STRUCTURE_NOT_ALLOWED);
    }
    assertThat(
            of(
                HONEST
                    .replace("Id=\"signature\"", "Id=\"properties\"")
                    .replace("#signature", "#properties")))
        .isEqualTo(STRUCTURE_NOT_ALLOWED);
  }

  @Test
  void anIdIsNoPointer() {
    assertThat(
            of(
                HONEST
                    .replace("\"properties\"", "\"xpointer(/)\"")
                    .replace("#properties", "#xpointer(/)")))
        .isEqualTo(STRUCTURE_NOT_ALLOWED);
  }

  @Test
  void thePropertiesMustBelongToThisSignature() {
    assertThat(of(HONEST.replace("Target=\"#signature\"", "Target=\"#other\"")))
        .isEqualTo(STRUCTURE_NOT_ALLOWED);
    assertThat(of(HONEST.replace("Type=\"http://uri.etsi.org/01903#SignedProperties\"", "")))
        .isEqualTo(STRUCTURE_NOT_ALLOWED);
  }

  @Test
  void unsignedPropertiesAreNotRead() {
    String stamp =
        "<xades:UnsignedProperties><xades:UnsignedSignatureProperties><xades:SignatureTimeStamp>"
            + "<xades:EncapsulatedTimeStamp>AAAA</xades:EncapsulatedTimeStamp>"
            + "</xades:SignatureTimeStamp></xades:UnsignedSignatureProperties></xades:UnsignedProperties>";
    assertThat(of(HONEST.replace(PROPERTIES, PROPERTIES + stamp))).isNull();
    assertThat(reason(xades(new Xades(AINO).unsigned(stamp).sign(CONTENT)))).isNull();
  }

  @Test
  void commentsAndInstructionsAreRefused() {
    for (String hidden : List.of("<!-- -->", "<?x y?>")) {
      assertThat(of(HONEST.replace("2026-11-22T09", "2026-11" + hidden + "-22T09")))
          .isEqualTo(STRUCTURE_NOT_ALLOWED);
      assertThat(of(HONEST.replace("<ds:SignatureValue>", "<ds:SignatureValue>" + hidden)))
          .isEqualTo(STRUCTURE_NOT_ALLOWED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x>",
        "<!DOCTYPE x SYSTEM \"http://keys.invalid/x.dtd\">",
        "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>",
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE x [<!ENTITY % a SYSTEM \"http://keys.invalid/\"> %a;]>",
        "<!DOCTYPE x [<!ATTLIST x Id ID \"properties\">]>"
      })
  void documentTypesAreRefused(String doctype) {
    assertThat(of(doctype + HONEST)).isEqualTo(MALFORMED);
    assertThat(of(doctype + HONEST.replace("2026-11-22T09:00:00Z", "&c;"))).isEqualTo(MALFORMED);
  }

  @Test
  void deepXmlIsRefused() {
    for (int depth : List.of(50, 20_000)) {
      String deep = "<x>".repeat(depth) + "</x>".repeat(depth);
      assertThat(of(deep)).isEqualTo(MALFORMED);
      assertThat(
              of(
                  HONEST.replace(
                      PROPERTIES,
                      PROPERTIES
                          + "<xades:UnsignedProperties>"
                          + deep
                          + "</xades:UnsignedProperties>")))
          .isEqualTo(MALFORMED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "<",
        "<x>",
        "<a/><b/>",
        "{}",
        "&amp;",
        "<x>&undefined;</x>",
        "\0",
        "<x a='1' a='2'/>"
      })
  void whatIsNotXmlIsRefused(String text) {
    assertThat(of(text)).isEqualTo(MALFORMED);
  }

  @Test
  void otherEncodingsAreRefused() {
    assertThat(reason(xades(HONEST.getBytes(UTF_16)))).isEqualTo(MALFORMED);
    assertThat(reason(xades(new byte[] {'<', (byte) 0xC3, '>'}))).isEqualTo(MALFORMED);
  }

  /** XML readers like to complain on standard error, quoting what they read. */
  @Test
  void nothingIsPrinted() {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, UTF_8));
    try {
      of("<x>salaisuus");
      of("<!DOCTYPE salaisuus>" + HONEST);
    } finally {
      System.setErr(before);
    }
    assertThat(printed.toString(UTF_8)).isEmpty();
  }
}
