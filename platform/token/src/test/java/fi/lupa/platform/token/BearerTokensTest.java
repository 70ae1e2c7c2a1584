package fi.lupa.platform.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;

/** Headers are read as Spring Security reads them. */
class BearerTokensTest {
  private static final String LETTERS = "aZ09-._~+/= \tBearer%ä";

  private final ServerAuthenticationConverter ours = new BearerTokens();
  private final ServerAuthenticationConverter springs =
      new ServerBearerTokenAuthenticationConverter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer abc.DEF-_~+/09",
        "bearer abc==",
        "BEARER a",
        "Bearer",
        "Bearer ",
        "Bearer  a",
        "Bearer a b",
        "Bearer =",
        "Bearer a=b",
        "Bearer\ta",
        "Bearera",
        "Basic abc",
        ""
      })
  void readAlike(String header) {
    assertThat(read(ours, header)).as(header).isEqualTo(read(springs, header));
  }

  @Test
  void whateverItIs() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder header = new StringBuilder(random.nextInt(4) == 0 ? "" : "Bearer ");
      for (int length = random.nextInt(12); length > 0; length--) {
        header.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      readAlike(header.toString());
    }
  }

  @Test
  void noHeaderIsNoToken() {
    assertThat(ours.convert(exchange(null)).blockOptional()).isEmpty();
  }

  /** The token, "none", or "malformed". */
  private static String read(ServerAuthenticationConverter converter, String header) {
    try {
      Authentication found = converter.convert(exchange(header)).block();
      return found == null ? "none" : ((BearerTokenAuthenticationToken) found).getToken();
    } catch (OAuth2AuthenticationException refused) {
      return "malformed";
    }
  }

  private static MockServerWebExchange exchange(String header) {
    MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.get("/v1/a");
    if (header != null) {
      request.header(HttpHeaders.AUTHORIZATION, header);
    }
    return MockServerWebExchange.from(request);
  }
}
