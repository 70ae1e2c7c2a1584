package fi.lupa.gateway.portal;

import static org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository.DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME;

import fi.lupa.gateway.GatewaySettings;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;
import reactor.core.publisher.Mono;

/**
 * Citizens' sessions. The cookie lives with the browser window, scripts can't read it, and another
 * site can't send it along with a change. Its name differs from the issuer's: cookies don't tell
 * ports of a host apart.
 */
@Configuration(proxyBeanMethods = false)
class Sessions {

  @Bean
  WebSessionIdResolver cookie(GatewaySettings gateway) {
    CookieWebSessionIdResolver cookies = new CookieWebSessionIdResolver();
    cookies.setCookieName("lupa-portal");
    cookies.setCookieMaxAge(Duration.ofSeconds(-1));
    cookies.addCookieInitializer(
        cookie -> cookie.path("/portal").httpOnly(true).sameSite("Lax").secure(gateway.secure()));
    return cookies;
  }

  /** Whether somebody has signed in and the session still stands. */
  static Mono<Boolean> signedIn(ServerWebExchange exchange) {
    return exchange
        .getSession()
        .map(session ->
            session.getAttributes().containsKey(DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME));
  }
}
