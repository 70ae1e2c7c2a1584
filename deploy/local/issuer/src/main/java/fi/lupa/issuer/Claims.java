package fi.lupa.issuer;

import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
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

  @Override
  public void customize(JwtEncodingContext context) {
    String clientId = context.getRegisteredClient().getClientId();
    IssuerSettings.Client client = Objects.requireNonNull(settings.clients().get(clientId));
    OAuth2ClientCredentialsAuthenticationToken request =
        Objects.requireNonNull(context.getAuthorizationGrant());
    JwtClaimsSet.Builder claims = context.getClaims();
    claims.audience(List.of(settings.audience()));
    if (client.org() != null) {
      claims.claim(ORGANISATION, client.org());
    }
    CitizenRequest.identityCode(client, request.getAdditionalParameters())
        .ifPresent(code -> claims.claim(IDENTITY_CODE, code));
  }
}
