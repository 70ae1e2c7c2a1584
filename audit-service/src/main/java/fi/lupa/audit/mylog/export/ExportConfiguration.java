package fi.lupa.audit.mylog.export;

import fi.lupa.audit.entry.Sentences;
import fi.lupa.print.Printer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What printing needs once. */
@Configuration(proxyBeanMethods = false)
class ExportConfiguration {
  @Bean
  Printer printer() {
    return new Printer();
  }

  @Bean
  PdfForm pdfForm(Sentences sentences) {
    return new PdfForm(sentences);
  }
}
