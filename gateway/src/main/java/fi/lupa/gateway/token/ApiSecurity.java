package fi.lupa.gateway.token;

import fi.lupa.gateway.contract.Operation;
import fi.lupa.gateway.problem.Problem;
import fi.lupa.gateway.problem.ProblemWriter;
import fi.lupa.platform.token.BearerTokens;
import fi.lupa.platform.token.TokenConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tokens on {@code /v1}, nothing on the pages. No session, no cookie, so no CSRF to guard against
 * either.
 */
@Configuration(proxyBeanMethods = false)
@Import(TokenConfiguration.class)
class ApiSecurity {

  @Bean
  @Order(10)
  SecurityWebFilterChain api(ServerHttpSecurity http, ProblemWriter problems) {
    ServerAuthenticationEntryPoint refusal =
        (exchange, cause) -> problems.write(exchange, Problem.of(code(exchange)));
    return bare(http)
        .securityMatcher(ServerWebExchangeMatchers.pathMatchers("/v1/**", "/portal/api/**"))
        .authorizeExchange(
            requests -> requests.matchers(open()).permitAll().anyExchange().authenticated())
        .oauth2ResourceServer(server ->
            server
                .jwt(jwt -> {})
                .bearerTokenConverter(new BearerTokens())
                .authenticationEntryPoint(refusal))
        .exceptionHandling(failing -> failing.authenticationEntryPoint(refusal))
        .build();
  }

  @Bean
  @Order(30)
  SecurityWebFilterChain openPages(ServerHttpSecurity http) {
    return bare(http).authorizeExchange(requests -> requests.anyExchange().permitAll()).build();
  }

  @Bean
  ServerExchangeRejectedHandler malformed(ProblemWriter problems) {
    return (exchange, cause) -> problems.write(exchange, Problem.of("REQUEST_INVALID"));
  }

  private static ServerHttpSecurity bare(ServerHttpSecurity http) {
    return http.csrf(CsrfSpec::disable)
        .headers(HeaderSpec::disable)
        .httpBasic(HttpBasicSpec::disable)
        .formLogin(FormLoginSpec::disable)
        .logout(LogoutSpec::disable)
        .requestCache(RequestCacheSpec::disable)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance());
  }

  private static ServerWebExchangeMatcher open() {
    return exchange -> {
      Operation operation = Operation.of(exchange);
      return operation != null && operation.open() ? MatchResult.match() : MatchResult.notMatch();
    };
  }

  private static String code(ServerWebExchange exchange) {
    boolean sent = exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
    return sent ? "TOKEN_INVALID" : "TOKEN_MISSING";
  }
}
