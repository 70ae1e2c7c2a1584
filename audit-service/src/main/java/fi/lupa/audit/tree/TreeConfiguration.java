package fi.lupa.audit.tree;

import fi.lupa.platform.security.OpenPaths;
import fi.lupa.verify.note.NoteSigner;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the tree is made of. */
@Configuration(proxyBeanMethods = false)
class TreeConfiguration {

  /**
   * The key that the log signs by, which also names it: whoever changes it makes another log of it
   * in others' eyes.
   */
  @Bean
  NoteSigner logKey(@Value("${lupa.log.key}") String key) {
    return NoteSigner.parse(key);
  }

  /** Nothing there tells anything of anybody, and who doubts the log needs nobody's leave. */
  @Bean
  OpenPaths logPaths() {
    return new OpenPaths(
        "/v1/log/key",
        "/v1/log/checkpoints",
        "/v1/log/checkpoints/*",
        "/v1/log/consistency",
        "/v1/log/tiles/**");
  }
}
