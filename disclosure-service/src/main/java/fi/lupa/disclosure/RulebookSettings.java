package fi.lupa.disclosure;

import fi.lupa.disclosure.decision.Rulebook;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * By which law everything is decided.
 *
 * @param rulebook DRAFT_2020, ACT_784_2021 or ACT_703_2023; with another value the service doesn't
 *     start
 */
@ConfigurationProperties("lupa")
record RulebookSettings(@DefaultValue("ACT_703_2023") Rulebook rulebook) {

  @Configuration(proxyBeanMethods = false)
  static class Chosen {
    @Bean
    Rulebook rulebook(RulebookSettings settings) {
      return settings.rulebook();
    }
  }
}
