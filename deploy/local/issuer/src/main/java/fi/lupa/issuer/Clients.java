package fi.lupa.issuer;

import java.util.List;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * Turns the configured clients into registered ones, secret by HTTP Basic: a client with addresses
 * to return to signs people in by code with proof key, any other gets its tokens by client
 * credentials.
 */
final class Clients {

  private Clients() {}

  static RegisteredClientRepository of(IssuerSettings settings) {
    List<RegisteredClient> clients =
        settings.clients().entrySet().stream()
            .map(entry -> client(entry.getKey(), entry.getValue(), settings))
            .toList();
    return new InMemoryRegisteredClientRepository(clients);
  }

  private static RegisteredClient client(
      String id, IssuerSettings.Client client, IssuerSettings settings) {
    boolean people = !client.redirects().isEmpty();
    return RegisteredClient.withId(id)
        .clientId(id)
        .clientSecret(client.secret())
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(
            people
                ? AuthorizationGrantType.AUTHORIZATION_CODE
                : AuthorizationGrantType.CLIENT_CREDENTIALS)
        .redirectUris(addresses -> addresses.addAll(client.redirects()))
        .clientSettings(ClientSettings.builder().requireProofKey(people).build())
        .scopes(scopes -> scopes.addAll(client.scopes()))
        .tokenSettings(
            TokenSettings.builder()
                .accessTokenTimeToLive(settings.tokenLife())
                .accessTokenFormat(OAuth2TokenFormat.SELF_CONTAINED)
                .idTokenSignatureAlgorithm(SignatureAlgorithm.RS256)
                .build())
        .build();
  }
}
