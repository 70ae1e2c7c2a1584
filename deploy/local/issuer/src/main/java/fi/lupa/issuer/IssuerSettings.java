package fi.lupa.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the local issuer.
 *
 * @param url the issuer's own address as it stands in each token, http or https
 * @param audience the value of {@code aud} in each token
 * @param keyFolder where the signing key is kept between starts
 * @param tokenLife how long a token is valid
 * @param consentUrl the consent-service, which knows who may act for whom; empty: nobody gets a
 *     token for that
 * @param operator OID of the organisation that the issuer itself asks for
 * @param clients the client systems by their client id
 */
@ConfigurationProperties("lupa.issuer")
record IssuerSettings(
    URI url,
    String audience,
    Path keyFolder,
    @DefaultValue("1h") Duration tokenLife,
    @DefaultValue("") String consentUrl,
    @DefaultValue("1.2.246.10.90000011.10.0") String operator,
    Map<String, Client> clients) {

  IssuerSettings {
    if (url == null || url.getScheme() == null || url.getHost() == null) {
      throw new IllegalArgumentException(
          "LUPA_ISSUER must be the issuer's full address, such as http://localhost:8085");
    }
    if (audience == null || audience.isBlank()) {
      throw new IllegalArgumentException("LUPA_AUDIENCE must not be empty");
    }
    clients = Map.copyOf(clients);
  }

  /**
   * One client system.
   *
   * @param secret its secret, known to everyone who can read this repository
   * @param org OID of the organisation it acts for; none for the citizen's client
   * @param scopes what it may ask for
   * @param citizen whether its tokens are a citizen's: then each request must name a test person
   * @param redirects where people return after signing in; none for a client that asks for itself
   */
  record Client(
      String secret,
      @Nullable String org,
      Set<String> scopes,
      @DefaultValue("false") boolean citizen,
      @DefaultValue Set<String> redirects) {

    Client {
      if (secret == null || secret.isBlank() || scopes == null || scopes.isEmpty()) {
        throw new IllegalArgumentException("an issuer's client needs a secret and scopes");
      }
      if (citizen == (org != null)) {
        throw new IllegalArgumentException(
            "an issuer's client is either an organisation's or the citizen's");
      }
    }
  }
}
