package fi.lupa.gateway.contract;

import fi.lupa.gateway.Service;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;

/**
 * One act a service offers.
 *
 * @param template the path as in the OpenAPI file, {@code /v1/usage-rights/{id}}
 * @param accepts the media types of its request body, none when it takes no body
 * @param open whether it may be called without a token
 */
public record Operation(
    Service service, HttpMethod method, String template, List<MediaType> accepts, boolean open) {
  private static final String ATTRIBUTE = Operation.class.getName();

  /** Whether the citizen calls it for himself; only these are open to the portal. */
  public boolean citizens() {
    return template.startsWith("/v1/my/");
  }

  /** The operation that a request asks for; null when it isn't one of the contract. */
  public static @Nullable Operation of(ServerWebExchange exchange) {
    return exchange.getAttribute(ATTRIBUTE);
  }

  /** Remembers that the request asks for this operation. */
  public void mark(ServerWebExchange exchange) {
    exchange.getAttributes().put(ATTRIBUTE, this);
  }
}
