package fi.lupa.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * PDF/UA-1 as the reference validator (veraPDF) reads it. Every print of every service is a {@link
 * Page}, so what holds of pages of every make holds of them: permits, prohibitions, the log and
 * answers to log requests.
 */
class PdfUaTest {
  private static final Printer PRINTER = new Printer();

  @BeforeAll
  static void begin() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @AfterAll
  static void close() {
    PRINTER.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fi", "sv", "en"})
  void aPageOfEveryPartConforms(String language) throws Exception {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Henkilötunnus", "010190-900P");
    facts.put("Nimi", "Åsa Öhman-Ääri");
    assertConforms(
        new Page(language, "Luovutuslupa")
            .paragraph("Alku")
            .facts(facts)
            .heading("Mitä se koskee")
            .list(List.of("Yksi", "Kaksi"))
            .heading("Toinen")
            .paragraph("Loppu"));
  }

  @Test
  void severalPagesConform() throws Exception {
    Page page = new Page("fi", "Loki");
    for (int i = 0; i < 25; i++) {
      page.heading("Päivä " + i)
          .paragraph("Teksti, joka jatkuu pitkään ja vaihtaa riviä. ".repeat(6))
          .facts(Map.of("Organisaatio", "Pohjoisrannan hyvinvointialue ".repeat(8)))
          .list(List.of("Yksi", "Kaksi ".repeat(60)));
    }
    assertThat(pages(page)).isGreaterThan(5);
    assertConforms(page);
  }

  /** A page that has a part without anything in it, or nothing at all. */
  @Test
  void emptyPartsConform() throws Exception {
    assertConforms(new Page("sv", "Tom"));
    assertConforms(
        new Page("sv", "Tom")
            .heading("")
            .paragraph("")
            .list(List.of())
            .list(List.of(""))
            .facts(Map.of())
            .facts(Map.of("Namn", "")));
  }

  @Test
  void textsThatTheFontCannotWriteConform() throws Exception {
    assertConforms(
        new Page("en", "\u4e2d\u6587 \u2192 \ud83d\ude00")
            .paragraph(
                "soft\u00adhyphen, no\u2011break, nbsp\u00a0, tab\t, \u0645\u0631\u062d, \ufffd")
            .list(List.of("<b>&amp;</b>", "\ud83d\ude00"))
            .facts(Map.of("\u4e2d", "\u2028")));
  }

  /** Parts in any order, of any length. */
  @Test
  void pagesOfAnyMakeConform() throws Exception {
    SplittableRandom random = new SplittableRandom(14289);
    for (int i = 0; i < 8; i++) {
      Page page = new Page("fi", "Sivu " + i);
      for (int part = random.nextInt(16); part > 0; part--) {
        String text = "Sana ".repeat(1 + random.nextInt(200));
        switch (random.nextInt(4)) {
          case 0 -> page.heading(text.substring(0, Math.min(40, text.length())));
          case 1 -> page.paragraph(text);
          case 2 -> page.list(IntStream.range(0, random.nextInt(20)).mapToObj(n -> text).toList());
          default -> page.facts(Map.of("Nimi", text, "Toinen", "x"));
        }
      }
      assertConforms(page);
    }
  }

  /** What conforms to nothing is found out: the validator validates. */
  @Test
  void aPdfWithoutTagsOrTitleDoesNotConform() throws Exception {
    byte[] pdf = print(new Page("fi", "Otsikko").paragraph("Teksti"));
    ByteArrayOutputStream bare = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      document.getDocumentCatalog().getCOSObject().removeItem(COSName.STRUCT_TREE_ROOT);
      document.getDocumentCatalog().getCOSObject().removeItem(COSName.LANG);
      document.save(bare);
    }
    assertThat(failures(bare.toByteArray())).isNotEmpty();

    ByteArrayOutputStream empty = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(empty);
    }
    assertThat(failures(empty.toByteArray())).isNotEmpty();
  }

  private static void assertConforms(Page page) throws IOException, VeraPDFException {
    assertThat(failures(print(page))).isEmpty();
  }

  /** Each condition of the standard that the file doesn't meet, once. */
  private static TreeSet<String> failures(byte[] pdf) throws IOException, VeraPDFException {
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      ValidationResult result = validator.validate(parser);
      assertThat(result.getTotalAssertions()).isPositive();
      TreeSet<String> failed =
          result.getTestAssertions().stream()
              .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
              .map(one -> one.getRuleId().getClause() + " " + one.getMessage())
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(result.isCompliant()).isEqualTo(failed.isEmpty());
      return failed;
    }
  }

  private static int pages(Page page) throws IOException {
    try (PDDocument document = Loader.loadPDF(print(page))) {
      return document.getNumberOfPages();
    }
  }

  private static byte[] print(Page page) {
    return Objects.requireNonNull(PRINTER.print(page).block());
  }
}
