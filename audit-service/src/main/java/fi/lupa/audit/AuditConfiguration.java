package fi.lupa.audit;

import fi.lupa.audit.codeset.CodeSets;
import fi.lupa.audit.entry.Entries;
import fi.lupa.audit.entry.Sentences;
import fi.lupa.platform.problem.ReasonCatalog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The plain objects that need no Spring to work, made known to it. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
  @Bean
  Sentences sentences() {
    return Sentences.load();
  }

  @Bean
  Entries entries(ReasonCatalog reasons, Sentences sentences) {
    return new Entries(CodeSets.load(reasons), sentences);
  }
}
