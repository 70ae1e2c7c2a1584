package fi.lupa.issuer;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * The issuer's parts: two filter chains (tokens with signing in, the rest), the key, the clients,
 * the claims.
 */
@Configuration(proxyBeanMethods = false)
class IssuerConfiguration {

  @Bean
  @Order(1)
  SecurityFilterChain tokens(HttpSecurity http) throws Exception {
    return http.oauth2AuthorizationServer(
            server -> {
              http.securityMatcher(server.getEndpointsMatcher());
              server.oidc(Customizer.withDefaults());
              server.tokenEndpoint(
                  token -> token.accessTokenRequestConverter(new AllScopesByDefault()));
            })
        .addFilterAfter(new SignIn(), SecurityContextHolderFilter.class)
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain rest(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(requests ->
            requests
                // a refused sign-in keeps its status on the way through the error page
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/actuator/health/**", "/sign-in.css")
                .permitAll()
                .anyRequest()
                .denyAll())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(Customizer.withDefaults())
        .build();
  }

  @Bean
  AuthorizationServerSettings serverSettings(IssuerSettings settings) {
    return AuthorizationServerSettings.builder().issuer(settings.url().toString()).build();
  }

  @Bean
  RSAKey signingKey(IssuerSettings settings) {
    return SigningKey.in(settings.keyFolder());
  }

  @Bean
  JWKSource<SecurityContext> keys(RSAKey signingKey) {
    return new ImmutableJWKSet<>(new JWKSet(signingKey));
  }

  @Bean
  Representations representations(IssuerSettings settings, RSAKey signingKey) {
    return new Representations(settings, signingKey, Clock.systemUTC());
  }

  @Bean
  RegisteredClientRepository clients(IssuerSettings settings) {
    return Clients.of(settings);
  }

  @Bean
  OAuth2AuthorizationService authorizations() {
    return new ShortMemory();
  }

  @Bean
  PasswordEncoder secrets() {
    return new PlainSecrets();
  }

  @Bean
  Claims claims(IssuerSettings settings, Representations representations) {
    return new Claims(settings, representations);
  }
}
