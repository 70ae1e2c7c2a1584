package fi.lupa.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The gateway's settings.
 *
 * @param publicUrl the address people and systems use, without a path; https here turns on HSTS and
 *     secure cookies
 * @param backends the address of each service
 * @param responseTimeout how long a service may be silent: before its answer and between its parts
 * @param requestTimeout how long a caller may take to send its whole request
 * @param contracts where the OpenAPI files are, one {@code <service>.yaml} each
 */
@ConfigurationProperties("lupa.gateway")
public record GatewaySettings(
    URI publicUrl,
    Map<Service, URI> backends,
    @DefaultValue("10s") Duration responseTimeout,
    @DefaultValue("60s") Duration requestTimeout,
    @DefaultValue("classpath:/openapi/") String contracts) {

  /**
   * @throws IllegalArgumentException when an address is missing or isn't an http address
   */
  public GatewaySettings {
    Map<Service, URI> complete = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      complete.put(
          service,
          web(backends.get(service), "LUPA_" + service.name() + "_URL (the address of a service)"));
    }
    backends = complete;
    publicUrl = web(publicUrl, "LUPA_PUBLIC_URL");
  }

  /** The address of a service. */
  public URI backend(Service service) {
    return Objects.requireNonNull(backends.get(service));
  }

  /** Whether callers come by https. */
  public boolean secure() {
    return "https".equals(publicUrl.getScheme());
  }

  private static URI web(@Nullable URI address, String name) {
    if (address == null
        || address.getHost() == null
        || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
      throw new IllegalArgumentException(name + " must be set to an http or https address");
    }
    return address;
  }
}
