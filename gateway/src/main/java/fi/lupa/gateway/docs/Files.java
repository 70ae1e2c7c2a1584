package fi.lupa.gateway.docs;

import fi.lupa.gateway.GatewaySettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * The files as they are: OpenAPI, what the rendered page needs, style and script of the pages and
 * the portal.
 */
@Configuration(proxyBeanMethods = false)
class Files implements WebFluxConfigurer {
  private static final String WEBJAR = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

  private final GatewaySettings settings;
  private final ContentTags tags = new ContentTags();

  Files(GatewaySettings settings) {
    this.settings = settings;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    files(registry, "/openapi/*.yaml", settings.contracts());
    files(registry, "/docs/assets/**", swagger());
    files(registry, "/docs/**", "classpath:/docs/");
    files(registry, "/pages/**", "classpath:/pages/");
    files(registry, "/portal/**", "classpath:/portal/");
  }

  private void files(ResourceHandlerRegistry registry, String addresses, String folder) {
    registry
        .addResourceHandler(addresses)
        .addResourceLocations(folder)
        // Asked anew each time, answered 304 by content: the files' times are the same in every
        // build.
        .setCacheControl(CacheControl.noCache())
        .setUseLastModified(false)
        .setEtagGenerator(tags)
        .setMediaTypes(Map.of("yaml", MediaType.APPLICATION_YAML));
  }

  private static String swagger() {
    Properties jar = new Properties();
    try (InputStream in = new ClassPathResource(WEBJAR).getInputStream()) {
      jar.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "classpath:/META-INF/resources/webjars/swagger-ui/" + jar.getProperty("version") + "/";
  }
}
