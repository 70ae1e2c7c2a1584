package fi.lupa.consent.informing.text;

import fi.lupa.platform.codeset.YamlFiles;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code codesets/information-texts.yaml}, which the operator may replace. The service
 * doesn't start without it.
 */
@Configuration(proxyBeanMethods = false)
class TextFile {
  private static final String FILE = "codesets/information-texts.yaml";

  @Bean
  static InformationTexts informationTexts(Clock clock) {
    return new InformationTexts(
        YamlFiles.tree(FILE).properties().stream()
            .map(entry -> text(entry.getKey(), entry.getValue()))
            .toList(),
        clock.instant());
  }

  private static InformationText text(String version, JsonNode node) {
    return new InformationText(
        version, LocalDate.parse(node.required("validFrom").asString()), YamlFiles.text(node));
  }
}
