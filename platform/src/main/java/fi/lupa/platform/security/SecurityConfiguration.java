package fi.lupa.platform.security;

import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.ProblemWriter;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;

/** Every path but health and metrics needs a token of the configured issuer and audience. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(SecuritySettings.class)
public class SecurityConfiguration {

  @Bean
  ReactiveJwtDecoder jwtDecoder(SecuritySettings settings) {
    NimbusReactiveJwtDecoder decoder =
        NimbusReactiveJwtDecoder.withJwkSetUri(settings.jwksUrl())
            .jwsAlgorithms(algorithms -> {
              algorithms.add(SignatureAlgorithm.RS256);
              algorithms.add(SignatureAlgorithm.ES256);
            })
            .build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(),
            new JwtIssuerValidator(settings.issuer()),
            new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD,
                audience -> audience != null && audience.contains(settings.audience()))));
    return decoder;
  }

  @Bean
  SecurityWebFilterChain securityWebFilterChain(ServerHttpSecurity http, ProblemWriter problems) {
    return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
        .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .authorizeExchange(paths ->
            paths
                .pathMatchers("/actuator/health/**", "/actuator/prometheus")
                .permitAll()
                .anyExchange()
                .authenticated())
        .oauth2ResourceServer(server ->
            server
                .jwt(jwt -> {})
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

  private static Problem unauthorised(AuthenticationException error) {
    boolean refused = error instanceof OAuth2AuthenticationException;
    return Problem.of(refused ? "TOKEN_INVALID" : "TOKEN_MISSING");
  }
}
