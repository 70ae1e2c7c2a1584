package fi.lupa.platform.token;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The token of a request (RFC 6750 2.1), from the header only. As Spring Security's own reader
 * takes it, whose regular expression looks at a token of a thousand characters letter by letter in
 * both cases: some percent of what a request costs.
 */
public final class BearerTokens implements ServerAuthenticationConverter {
  private static final String SCHEME = "Bearer";

  @Override
  public Mono<Authentication> convert(ServerWebExchange exchange) {
    String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Mono.empty();
    }
    return isWhole(header)
        ? Mono.just(new BearerTokenAuthenticationToken(header.substring(SCHEME.length() + 1)))
        : Mono.error(
            new OAuth2AuthenticationException(
                BearerTokenErrors.invalidToken("Bearer token is malformed")));
  }

  /** Whether a single space and a b64token come after the scheme, and nothing else. */
  private static boolean isWhole(String header) {
    int first = SCHEME.length() + 1;
    int end = header.length();
    while (end > first && header.charAt(end - 1) == '=') {
      end--;
    }
    boolean whole = end > first && header.charAt(first - 1) == ' ';
    for (int at = first; whole && at < end; at++) {
      whole = isOfToken(header.charAt(at));
    }
    return whole;
  }

  private static boolean isOfToken(char one) {
    return (one >= 'a' && one <= 'z')
        || (one >= 'A' && one <= 'Z')
        || (one >= '0' && one <= '9')
        || "-._~+/".indexOf(one) >= 0;
  }
}
