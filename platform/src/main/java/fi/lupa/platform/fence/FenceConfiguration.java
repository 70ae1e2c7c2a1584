package fi.lupa.platform.fence;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.json.JsonMapper;

/** The fence, for services that own facts. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("lupa.fence.disclosure-url")
@EnableConfigurationProperties(FenceSettings.class)
public class FenceConfiguration {
  @Bean
  Fence fence(FenceSettings settings, WebClient.Builder builder, JsonMapper json) {
    WebClient disclosure =
        builder.baseUrl(settings.disclosureUrl()).filter(new FenceToken(settings)).build();
    return new Fence(disclosure, settings, json);
  }
}
