package fi.lupa.platform.fence;

import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryReactiveOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/**
 * Puts the service's own token on each push: the same one whoever caused the push, fetched anew
 * shortly before it runs out or after it was refused.
 */
final class FenceToken implements ExchangeFilterFunction {
  private static final String REGISTRATION = "fence";
  private static final String PRINCIPAL = "service";

  private final ReactiveOAuth2AuthorizedClientService tokens;
  private final ReactiveOAuth2AuthorizedClientManager manager;

  FenceToken(FenceSettings settings) {
    InMemoryReactiveClientRegistrationRepository registrations =
        new InMemoryReactiveClientRegistrationRepository(
            ClientRegistration.withRegistrationId(REGISTRATION)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .tokenUri(settings.tokenUrl())
                .scope("facts.write")
                .build());
    this.tokens = new InMemoryReactiveOAuth2AuthorizedClientService(registrations);
    this.manager =
        new AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager(registrations, tokens);
  }

  @Override
  public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
    return manager
        .authorize(
            OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION)
                .principal(PRINCIPAL)
                .build())
        .map(client -> withToken(request, client.getAccessToken().getTokenValue()))
        .flatMap(next::exchange)
        .flatMap(response ->
            response.statusCode() == HttpStatus.UNAUTHORIZED
                ? tokens.removeAuthorizedClient(REGISTRATION, PRINCIPAL).thenReturn(response)
                : Mono.just(response));
  }

  private static ClientRequest withToken(ClientRequest request, String token) {
    return ClientRequest.from(request).headers(headers -> headers.setBearerAuth(token)).build();
  }
}
