package fi.lupa.platform.security;

import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.ProblemWriter;
import fi.lupa.platform.token.BearerTokens;
import fi.lupa.platform.token.TokenConfiguration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;

/**
 * Every path but health, metrics and {@link OpenPaths} needs a token of the configured issuer and
 * audience.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(SecuritySettings.class)
@Import(TokenConfiguration.class)
public class SecurityConfiguration {
  private static final String[] WATCHED = {"/actuator/health/**", "/actuator/prometheus"};

  @Bean
  SecurityWebFilterChain securityWebFilterChain(
      ServerHttpSecurity http, ProblemWriter problems, ObjectProvider<OpenPaths> open) {
    return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
        .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        // else each request gets a session made, on two other threads
        .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .authorizeExchange(paths ->
            paths
                .pathMatchers(WATCHED)
                .permitAll()
                .pathMatchers(HttpMethod.GET, patterns(open))
                .permitAll()
                .anyExchange()
                .authenticated())
        .oauth2ResourceServer(server ->
            server
                .jwt(jwt -> {})
                .bearerTokenConverter(new BearerTokens())
                .authenticationEntryPoint(
                    (exchange, error) -> problems.write(exchange, unauthorised(error))))
        .exceptionHandling(handling ->
            handling
                .authenticationEntryPoint(
                    (exchange, error) -> problems.write(exchange, unauthorised(error)))
                .accessDeniedHandler(
                    (exchange, error) -> problems.write(exchange, Problem.of("SCOPE_MISSING"))))
        .build();
  }

  /** With what is open anyway: most services open nothing else, and no pattern isn't allowed. */
  private static String[] patterns(ObjectProvider<OpenPaths> open) {
    return Stream.concat(
            Arrays.stream(WATCHED), open.stream().flatMap(paths -> paths.patterns().stream()))
        .toArray(String[]::new);
  }

  private static Problem unauthorised(AuthenticationException error) {
    boolean refused = error instanceof OAuth2AuthenticationException;
    return Problem.of(refused ? "TOKEN_INVALID" : "TOKEN_MISSING");
  }
}
