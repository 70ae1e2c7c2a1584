package fi.lupa.platform.fence;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryReactiveOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.reactive.function.client.ServerOAuth2AuthorizedClientExchangeFilterFunction;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.json.JsonMapper;

/** The fence, for services that own facts. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("lupa.fence.disclosure-url")
@EnableConfigurationProperties(FenceSettings.class)
public class FenceConfiguration {
  private static final String REGISTRATION = "fence";

  @Bean
  Fence fence(FenceSettings settings, WebClient.Builder builder, JsonMapper json) {
    ClientRegistration registration =
        ClientRegistration.withRegistrationId(REGISTRATION)
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .clientId(settings.clientId())
            .clientSecret(settings.clientSecret())
            .tokenUri(settings.tokenUrl())
            .scope("facts.write")
            .build();
    InMemoryReactiveClientRegistrationRepository registrations =
        new InMemoryReactiveClientRegistrationRepository(registration);
    ServerOAuth2AuthorizedClientExchangeFilterFunction token =
        new ServerOAuth2AuthorizedClientExchangeFilterFunction(
            new AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager(
                registrations, new InMemoryReactiveOAuth2AuthorizedClientService(registrations)));
    token.setDefaultClientRegistrationId(REGISTRATION);
    return new Fence(
        builder.baseUrl(settings.disclosureUrl()).filter(token).build(), settings, json);
  }
}
