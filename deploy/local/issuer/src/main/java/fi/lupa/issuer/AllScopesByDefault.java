package fi.lupa.issuer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads a client-credentials request; one that names no scope asks for all that its client has (RFC
 * 6749, section 3.3), which keeps a first call with curl short. Whoever acts for another gets the
 * scope for that and no other; nobody else gets it.
 */
final class AllScopesByDefault implements AuthenticationConverter {
  static final String REPRESENT = "citizen.represent";

  private final AuthenticationConverter standard =
      new OAuth2ClientCredentialsAuthenticationConverter();

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    Authentication read = standard.convert(request);
    if (read instanceof OAuth2ClientCredentialsAuthenticationToken asked
        && asked.getPrincipal() instanceof OAuth2ClientAuthenticationToken client
        && client.getRegisteredClient() instanceof RegisteredClient registered) {
      boolean represents = asked.getAdditionalParameters().containsKey(CitizenRequest.REPRESENTED);
      return new OAuth2ClientCredentialsAuthenticationToken(
          client, scopes(asked, registered, represents), asked.getAdditionalParameters());
    }
    return read;
  }

  private static Set<String> scopes(
      OAuth2ClientCredentialsAuthenticationToken asked,
      RegisteredClient client,
      boolean represents) {
    if (!client.getScopes().contains(REPRESENT)) {
      return asked.getScopes().isEmpty() ? client.getScopes() : asked.getScopes();
    }
    Set<String> possible = new LinkedHashSet<>(client.getScopes());
    possible.removeIf(scope -> scope.equals(REPRESENT) != represents);
    if (!possible.containsAll(asked.getScopes())) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_SCOPE);
    }
    return asked.getScopes().isEmpty() ? possible : asked.getScopes();
  }
}
