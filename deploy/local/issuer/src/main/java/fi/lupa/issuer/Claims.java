package fi.lupa.issuer;

import java.util.List;
import java.util.Map;
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
 * citizen's identity code under the name that Suomi.fi gives it. In the token of somebody who acts
 * for another it is the other's, and claims of its own tell who acts and by which relation.
 */
final class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  static final String ORGANISATION = "org";
  static final String IDENTITY_CODE = "urn:oid:1.2.246.21";

  /** Who acts, when it isn't the person of the token (RFC 8693, section 4.1). */
  static final String ACTOR = "act";

  static final String REPRESENTATION = "representation";

  private final IssuerSettings settings;
  private final Representations representations;

  Claims(IssuerSettings settings, Representations representations) {
    this.settings = settings;
    this.representations = representations;
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
    Optional<String> code = identityCode(client, context);
    Optional<String> represented = represented(client, context);
    code.filter(own -> represented.isEmpty()).ifPresent(own -> claims.claim(IDENTITY_CODE, own));
    represented.ifPresent(other -> onBehalf(claims, other, code.orElseThrow()));
  }

  private void onBehalf(JwtClaimsSet.Builder claims, String represented, String representative) {
    Representation by = representations.between(represented, representative);
    claims.claim(IDENTITY_CODE, represented);
    claims.claim(ACTOR, Map.of(IDENTITY_CODE, representative));
    claims.claim(REPRESENTATION, Map.of("id", by.id(), "role", by.role()));
  }

  private static Optional<String> represented(
      IssuerSettings.Client client, JwtEncodingContext context) {
    Authentication grant = context.getAuthorizationGrant();
    if (grant instanceof OAuth2ClientCredentialsAuthenticationToken request) {
      return CitizenRequest.represented(client, request.getAdditionalParameters());
    }
    return signedIn(context).map(TestPerson::represented);
  }

  private static Optional<String> identityCode(
      IssuerSettings.Client client, JwtEncodingContext context) {
    Authentication grant = context.getAuthorizationGrant();
    if (grant instanceof OAuth2ClientCredentialsAuthenticationToken request) {
      return CitizenRequest.identityCode(client, request.getAdditionalParameters());
    }
    return signedIn(context).map(TestPerson::identityCode);
  }

  private static Optional<TestPerson> signedIn(JwtEncodingContext context) {
    Authentication signedIn = Objects.requireNonNull(context.getPrincipal());
    return signedIn.getDetails() instanceof TestPerson person
        ? Optional.of(person)
        : Optional.empty();
  }
}
