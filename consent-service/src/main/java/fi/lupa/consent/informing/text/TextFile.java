package fi.lupa.consent.informing.text;

import fi.lupa.contracts.LocalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads {@code codesets/information-texts.yaml}, which the operator may replace. The service
 * doesn't start without it.
 */
@Configuration(proxyBeanMethods = false)
class TextFile {
  private static final String FILE = "codesets/information-texts.yaml";

  @Bean
  static InformationTexts informationTexts(Clock clock) {
    try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
      return new InformationTexts(
          YAMLMapper.builder().build().readTree(in).properties().stream()
              .map(entry -> text(entry.getKey(), entry.getValue()))
              .toList(),
          clock.instant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InformationText text(String version, JsonNode node) {
    return new InformationText(
        version,
        LocalDate.parse(node.required("validFrom").asString()),
        new LocalizedText(
            node.required("fi").asString(),
            node.required("sv").asString(),
            node.required("en").asString()));
  }
}
