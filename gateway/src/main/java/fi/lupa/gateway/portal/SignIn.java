package fi.lupa.gateway.portal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sends the citizen from {@code /portal/login?lang=sv} to the issuer's page, in the language he
 * reads; with {@code for=other} as somebody who acts for another person. It always asks to identify
 * anew: at a shared computer, signing out must be the end.
 */
final class SignIn implements ServerOAuth2AuthorizationRequestResolver {
  private static final ServerWebExchangeMatcher LOGIN =
      ServerWebExchangeMatchers.pathMatchers(HttpMethod.GET, "/portal/login");
  private static final Set<String> FOR_ANOTHER =
      new LinkedHashSet<>(List.of("openid", "citizen.represent"));
  private static final List<String> LANGUAGES = List.of("fi", "sv", "en");

  private final DefaultServerOAuth2AuthorizationRequestResolver usual;

  SignIn(ReactiveClientRegistrationRepository clients) {
    this.usual =
        new DefaultServerOAuth2AuthorizationRequestResolver(
            clients,
            exchange ->
                LOGIN
                    .matches(exchange)
                    .filter(MatchResult::isMatch)
                    .flatMap(login -> MatchResult.match(Map.of("registrationId", PortalClient.ID)))
                    .switchIfEmpty(MatchResult.notMatch()));
  }

  @Override
  public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
    return usual.resolve(exchange).map(request -> inLanguage(request, exchange));
  }

  @Override
  public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String client) {
    return usual.resolve(exchange, client).map(request -> inLanguage(request, exchange));
  }

  private static OAuth2AuthorizationRequest inLanguage(
      OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
    String asked = exchange.getRequest().getQueryParams().getFirst("lang");
    String language = asked != null && LANGUAGES.contains(asked) ? asked : "fi";
    boolean other = "other".equals(exchange.getRequest().getQueryParams().getFirst("for"));
    return OAuth2AuthorizationRequest.from(request)
        .scopes(other ? FOR_ANOTHER : request.getScopes())
        .additionalParameters(
            more -> more.putAll(Map.of("prompt", "login", "ui_locales", language)))
        .build();
  }
}
