package fi.lupa.gateway.portal;

import fi.lupa.gateway.problem.Problem;
import fi.lupa.gateway.problem.ProblemWriter;
import java.net.URI;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.authentication.DelegatingServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.logout.DelegatingServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.HttpStatusReturningServerLogoutSuccessHandler;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.csrf.WebSessionServerCsrfTokenRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/**
 * Signing in with a session cookie. The cookie works below {@code /portal} only, tokens work
 * outside it only, so neither can be used in the other's place; every change the cookie makes needs
 * the CSRF token besides.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("LUPA_PORTAL_SECRET")
class PortalSecurity {
  private static final URI HOME = URI.create("/portal/");
  private static final URI FAILED = URI.create("/portal/?signin=failed");

  @Bean
  @Order(5)
  SecurityWebFilterChain portal(
      ServerHttpSecurity http,
      ProblemWriter problems,
      ReactiveClientRegistrationRepository clients,
      ServerOAuth2AuthorizedClientRepository tokens) {
    ServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();
    ServerCsrfTokenRepository pages = new WebSessionServerCsrfTokenRepository();
    return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/portal/**"))
        .authorizeExchange(requests ->
            requests.pathMatchers("/portal/api/v1/**").authenticated().anyExchange().permitAll())
        .oauth2Login(login ->
            login
                .authorizationRequestResolver(new SignIn(clients))
                .authenticationMatcher(
                    ServerWebExchangeMatchers.pathMatchers(HttpMethod.GET, PortalClient.CALLBACK))
                .authorizedClientRepository(tokens)
                .authenticationSuccessHandler(
                    new DelegatingServerAuthenticationSuccessHandler(
                        // pages that are open in this browser may be drawn for somebody else
                        (done, who) -> pages.saveToken(done.getExchange(), null),
                        new RedirectServerAuthenticationSuccessHandler(HOME.toString())))
                .authenticationFailureHandler(
                    (failed, cause) -> redirect.sendRedirect(failed.getExchange(), FAILED)))
        .csrf(csrf ->
            csrf.csrfTokenRepository(pages)
                .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
                .accessDeniedHandler((exchange, cause) ->
                    Sessions.signedIn(exchange)
                        .map(in -> in ? "REQUEST_NOT_FROM_PORTAL" : "TOKEN_MISSING")
                        .flatMap(code -> problems.write(exchange, Problem.of(code)))))
        .logout(logout ->
            logout
                .requiresLogout(
                    ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, "/portal/logout"))
                .logoutHandler(
                    new DelegatingServerLogoutHandler(
                        new SecurityContextServerLogoutHandler(),
                        new WebSessionServerLogoutHandler()))
                .logoutSuccessHandler(
                    new HttpStatusReturningServerLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
        .exceptionHandling(failing ->
            failing.authenticationEntryPoint(
                (exchange, cause) -> problems.write(exchange, Problem.of("TOKEN_MISSING"))))
        .headers(HeaderSpec::disable)
        .requestCache(RequestCacheSpec::disable)
        .build();
  }
}
