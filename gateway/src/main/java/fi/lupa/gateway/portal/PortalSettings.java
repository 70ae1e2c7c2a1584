package fi.lupa.gateway.portal;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How citizens sign in. Without a client secret the portal's pages are there, but nobody can sign
 * in.
 *
 * @param clientSecret the secret the issuer knows this client by
 * @param authorizeUrl the issuer's page where people identify themselves, as browsers reach it
 * @param tokenUrl where the gateway gets the token, as the gateway reaches it
 * @param identityCodeClaim the claim with a citizen's identity code, the same as for the services
 */
@ConfigurationProperties("lupa.portal")
public record PortalSettings(
    @DefaultValue("portal") String clientId,
    @DefaultValue("") String clientSecret,
    URI authorizeUrl,
    URI tokenUrl,
    @DefaultValue("urn:oid:1.2.246.21") String identityCodeClaim) {

  /** Whether people can sign in. */
  public boolean open() {
    return !clientSecret.isBlank();
  }
}
