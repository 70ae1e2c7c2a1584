package fi.lupa.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class PrinterTest {
  private static final Printer PRINTER = new Printer();

  @AfterAll
  static void close() {
    PRINTER.close();
  }

  @Test
  void whatIsOnThePageStandsInThePdfInOrder() throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Henkilötunnus", "010190-900P");
    facts.put("Nimi", "Åsa Öhman-Ääri");

    String text =
        text(
            new Page("fi", "Luovutuslupa")
                .paragraph("Alku")
                .facts(facts)
                .heading("Mitä se koskee")
                .list(List.of("Yksi", "Kaksi")));

    assertThat(text)
        .containsSubsequence(
            "Luovutuslupa",
            "Alku",
            "Henkilötunnus",
            "010190-900P",
            "Åsa Öhman-Ääri",
            "Mitä se koskee",
            "Yksi",
            "Kaksi")
        .contains("1 / 1");
  }

  @Test
  void aTextNeverBecomesMarkup() throws IOException {
    String hostile = "<img src=\"file:///etc/passwd\"/> &amp; ]]> <b>x</b>";

    assertThat(text(new Page("en", hostile).paragraph(hostile).list(List.of(hostile))))
        .contains("<img src=\"file:///etc/passwd\"/> &amp; ]]> <b>x</b>");
  }

  @Test
  void aScreenReaderFindsItsWay() throws IOException {
    try (PDDocument pdf = pdf(new Page("sv", "Förbud").facts(Map.of("Namn", "Värde")))) {
      var catalog = pdf.getDocumentCatalog();
      assertThat(catalog.getLanguage()).isEqualTo("sv");
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Förbud");
      assertThat(new String(catalog.getMetadata().toByteArray(), "UTF-8"))
          .contains("pdfuaid", "Förbud");
      assertThat(tags(catalog.getStructureTreeRoot())).contains("H1", "Table", "TH", "TD");
    }
  }

  @Test
  void everyFontIsInside() throws IOException {
    try (PDDocument pdf = pdf(new Page("fi", "Otsikko").heading("Toinen").paragraph("Kolmas"))) {
      for (COSName name : pdf.getPage(0).getResources().getFontNames()) {
        PDFont font = pdf.getPage(0).getResources().getFont(name);
        assertThat(font.isEmbedded()).as(font.getName()).isTrue();
      }
    }
  }

  @Test
  void aLongTextGoesOnOnTheNextPage() throws IOException {
    Page page = new Page("en", "Long");
    IntStream.range(0, 120).forEach(i -> page.paragraph("Paragraph " + i));

    try (PDDocument pdf = pdf(page)) {
      assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
      assertThat(new PDFTextStripper().getText(pdf)).contains("Paragraph 0", "Paragraph 119");
    }
  }

  @Test
  void manyAtOnceAreMadeOnItsOwnThreads() {
    List<String> threads =
        Flux.range(0, 20)
            .flatMap(i ->
                PRINTER
                    .print(new Page("fi", "Sivu " + i))
                    .map(pdf -> Thread.currentThread().getName()))
            .collectList()
            .block();

    assertThat(threads).hasSize(20).allMatch(name -> name.startsWith("print-"));
  }

  private static String text(Page page) throws IOException {
    try (PDDocument pdf = pdf(page)) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  private static PDDocument pdf(Page page) throws IOException {
    return Loader.loadPDF(PRINTER.print(page).block());
  }

  private static List<String> tags(PDStructureNode node) {
    return node.getKids().stream()
        .filter(PDStructureNode.class::isInstance)
        .map(PDStructureNode.class::cast)
        .flatMap(kid ->
            java.util.stream.Stream.concat(
                kid
                        instanceof
                        org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure
                                .PDStructureElement
                            element
                    ? java.util.stream.Stream.of(element.getStructureType())
                    : java.util.stream.Stream.empty(),
                tags(kid).stream()))
        .toList();
  }
}
