package fi.lupa.platform.security;

import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.ProblemWriter;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/**
 * Every path but health, metrics and {@link OpenPaths} needs a token of the configured issuer and
 * audience.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(SecuritySettings.class)
public class SecurityConfiguration {
  private static final String[] WATCHED = {"/actuator/health/**", "/actuator/prometheus"};

  private static final Duration ISSUER_PATIENCE = Duration.ofSeconds(3);

  @Bean
  ReactiveJwtDecoder jwtDecoder(SecuritySettings settings) {
    NimbusReactiveJwtDecoder decoder =
        NimbusReactiveJwtDecoder.withJwkSetUri(settings.jwksUrl())
            .webClient(keysClient())
            .jwsAlgorithms(algorithms -> {
              algorithms.add(SignatureAlgorithm.RS256);
              algorithms.add(SignatureAlgorithm.ES256);
            })
            .build();
    decoder.setJwtValidator(_ -> OAuth2TokenValidatorResult.success());
    ReactiveJwtDecoder signatures =
        token ->
            decoder
                .decode(token)
                // That is how the decoder tells that it couldn't fetch the issuer's keys.
                .onErrorMap(
                    IllegalStateException.class,
                    error ->
                        new AuthenticationServiceException("the issuer's keys are away", error));
    return new RememberedTokens(signatures, claims(settings));
  }

  private static OAuth2TokenValidator<Jwt> claims(SecuritySettings settings) {
    return new DelegatingOAuth2TokenValidator<>(
        timestamps(),
        new JwtIssuerValidator(settings.issuer()),
        new JwtClaimValidator<List<String>>(
            JwtClaimNames.AUD,
            audience -> audience != null && audience.contains(settings.audience())));
  }

  /** A token that never ends is refused, too. */
  private static JwtTimestampValidator timestamps() {
    JwtTimestampValidator validator = new JwtTimestampValidator();
    validator.setAllowEmptyExpiryClaim(false);
    return validator;
  }

  /** An issuer that hangs must not hang its callers. */
  private static WebClient keysClient() {
    HttpClient http =
        HttpClient.create()
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) ISSUER_PATIENCE.toMillis())
            .responseTimeout(ISSUER_PATIENCE);
    return WebClient.builder().clientConnector(new ReactorClientHttpConnector(http)).build();
  }

  /** The request is observed as a whole; each filter by itself would cost more than it tells. */
  @Bean
  SecurityObservationSettings securityObservationSettings() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  ServerWebExchangeFirewall firewall() {
    return HeaderTexts.firewall();
  }

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
