package fi.lupa.issuer;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * What Lupa's services read from a token: the audience, and either the organisation's OID or the
 * citizen's identity code under the name that Suomi.fi gives it.
 */
final class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  static final String ORGANISATION = "org";
  static final String IDENTITY_CODE = "urn:oid:1.2.246.21";

  private final IssuerSettings settings;

  Claims(IssuerSettings settings) {
    this.settings = settings;
  }

  /**
   * An ID token stays as it is: it is for the client that signs people in, and says nothing of
   * whom.
   */
  @Override
  public void customize(JwtEncodingContext context) {
    if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      return;
    }
    String clientId = context.getRegisteredClient().getClientId();
    IssuerSettings.Client client = Objects.requireNonNull(settings.clients().get(clientId));
    JwtClaimsSet.Builder claims = context.getClaims();
    claims.audience(List.of(settings.audience()));
    if (client.org() != null) {
      claims.claim(ORGANISATION, client.org());
    }
    identityCode(client, context).ifPresent(code -> claims.claim(IDENTITY_CODE, code));
  }

  private static Optional<String> identityCode(
      IssuerSettings.Client client, JwtEncodingContext context) {
    Authentication grant = context.getAuthorizationGrant();
    if (grant instanceof OAuth2ClientCredentialsAuthenticationToken request) {
      return CitizenRequest.identityCode(client, request.getAdditionalParameters());
    }
    Authentication signedIn = Objects.requireNonNull(context.getPrincipal());
    return signedIn.getDetails() instanceof TestPerson person
        ? Optional.of(person.identityCode())
        : Optional.empty();
  }
}
