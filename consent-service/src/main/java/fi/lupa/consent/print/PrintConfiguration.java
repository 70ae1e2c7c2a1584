package fi.lupa.consent.print;

import fi.lupa.print.Printer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What printing needs once. */
@Configuration(proxyBeanMethods = false)
class PrintConfiguration {
  @Bean
  Printer printer() {
    return new Printer();
  }

  @Bean
  Words printedWords() {
    return new Words();
  }
}
