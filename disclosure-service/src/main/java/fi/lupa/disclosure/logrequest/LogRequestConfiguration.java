package fi.lupa.disclosure.logrequest;

import fi.lupa.print.Printer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What answers on paper need. */
@Configuration(proxyBeanMethods = false)
class LogRequestConfiguration {
  @Bean
  Printer printer() {
    return new Printer();
  }
}
