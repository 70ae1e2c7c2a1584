package fi.lupa.audit.mylog.export;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.audit.entry.LogEntry;
import fi.lupa.audit.entry.Sentences;
import fi.lupa.print.Printer;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfFormTest {
  private final PdfForm form = new PdfForm(Sentences.load());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fi | Tietojesi käyttö ja luovutukset | 22.11.2026 | 10.20",
        "sv | Användning och utlämnande av dina uppgifter | 22.11.2026 | 10.20",
        "en | Use and disclosure of your data | 22 November 2026 | 10:20"
      })
  void everyEntryIsReadUnderItsDayInOneLanguage(
      String language, String title, String day, String time) throws IOException {
    List<LogEntry> entries = Exports.entries(language);

    try (Printer printer = new Printer();
        PDDocument pdf =
            Loader.loadPDF(printer.print(form.page(entries, Exports.cover(language))).block())) {
      String text =
          squeezed(new PDFTextStripper().getText(pdf).replaceAll("(?m)^\\d+ / \\d+$", ""));
      assertThat(text).startsWith(squeezed(title)).contains(squeezed(day + time));
      entries.forEach(entry -> assertThat(text).contains(squeezed(entry.sentence())));
      assertThat(text).doesNotContainPattern("1\\.2\\.246\\.10\\.");
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(language);
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(title);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"fi | Tapahtumia ei ole.", "sv | Det finns inga händelser."})
  void anEmptyLogSaysSo(String language, String said) throws IOException {
    try (Printer printer = new Printer();
        PDDocument pdf =
            Loader.loadPDF(printer.print(form.page(List.of(), Exports.cover(language))).block())) {
      assertThat(new PDFTextStripper().getText(pdf)).contains(said);
    }
  }

  /** A line may break at a hyphen or a slash, too. */
  private static String squeezed(String text) {
    return text.replaceAll("\\s", "");
  }
}
