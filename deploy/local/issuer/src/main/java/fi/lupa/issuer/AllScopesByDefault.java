package fi.lupa.issuer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads a client-credentials request; one that names no scope asks for all that its client has (RFC
 * 6749, section 3.3), which keeps a first call with curl short.
 */
final class AllScopesByDefault implements AuthenticationConverter {

  private final AuthenticationConverter standard =
      new OAuth2ClientCredentialsAuthenticationConverter();

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    Authentication read = standard.convert(request);
    if (read instanceof OAuth2ClientCredentialsAuthenticationToken asked
        && asked.getScopes().isEmpty()
        && asked.getPrincipal() instanceof OAuth2ClientAuthenticationToken client
        && client.getRegisteredClient() instanceof RegisteredClient registered) {
      Set<String> scopes = registered.getScopes();
      return new OAuth2ClientCredentialsAuthenticationToken(
          client, scopes, asked.getAdditionalParameters());
    }
    return read;
  }
}
