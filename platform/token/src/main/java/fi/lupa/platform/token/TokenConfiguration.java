package fi.lupa.platform.token;

import com.nimbusds.jose.jwk.JWKSet;
import io.netty.channel.ChannelOption;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Puts the token check together, for the gateway and for every service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TokenSettings.class)
public class TokenConfiguration {
  private static final int CONNECT_MILLIS = 1_000;
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(2);

  /** The issuer's tokens live by the machine's time, whatever clock the law's days go by. */
  private static final Clock CLOCK = Clock.systemUTC();

  @Bean
  IssuerKeys issuerKeys(TokenSettings settings) {
    return new IssuerKeys(fetch(settings), settings.keyAge(), PAUSE, CLOCK);
  }

  @Bean
  ReactiveJwtDecoder tokenCheck(TokenSettings settings, IssuerKeys keys) {
    NimbusReactiveJwtDecoder signatures = NimbusReactiveJwtDecoder.withJwkSource(keys).build();
    signatures.setJwtValidator(token -> OAuth2TokenValidatorResult.success());
    return new TokenCheck(signatures, TokenClaims.of(settings, CLOCK));
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

  private static Mono<JWKSet> fetch(TokenSettings settings) {
    HttpClient client =
        HttpClient.create()
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
            .responseTimeout(ANSWER);
    return WebClient.builder()
        .clientConnector(new ReactorClientHttpConnector(client))
        .build()
        .get()
        .uri(settings.jwksUrl())
        .retrieve()
        .bodyToMono(String.class)
        .timeout(ANSWER)
        .map(TokenConfiguration::parse);
  }

  private static JWKSet parse(String keys) {
    try {
      return JWKSet.parse(keys);
    } catch (java.text.ParseException e) {
      throw new IllegalArgumentException("not a set of keys", e);
    }
  }
}
