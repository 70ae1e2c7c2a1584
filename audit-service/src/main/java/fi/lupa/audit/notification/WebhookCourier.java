package fi.lupa.audit.notification;

import io.netty.channel.ChannelOption;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts to the client's own address. It connects to the very address that was found public, so that
 * a name that changes in between leads nowhere else, and follows no redirect.
 */
@Component
class WebhookCourier implements Courier {
  private static final int CONNECT_MILLIS = 3_000;
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final NotificationSettings settings;
  private final JsonMapper json;

  WebhookCourier(NotificationSettings settings, JsonMapper json) {
    this.settings = settings;
    this.json = json;
  }

  @Override
  public NotificationChannel channel() {
    return NotificationChannel.WEBHOOK;
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public boolean accepts(String address) {
    return WebhookRules.target(address, settings.privateHosts()).isPresent();
  }

  @Override
  public void send(String address, String language) throws UnknownHostException {
    URI target =
        WebhookRules.target(address, settings.privateHosts())
            .orElseThrow(() -> new UnknownHostException("no address that may be called"));
    var found = WebhookRules.resolve(target, settings.privateHosts());
    boolean secure = "https".equalsIgnoreCase(target.getScheme());
    int port = target.getPort() != -1 ? target.getPort() : secure ? HTTPS : HTTP;
    HttpClient http =
        HttpClient.newConnection()
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
            .responseTimeout(ANSWER)
            .followRedirect(false)
            .remoteAddress(() -> new InetSocketAddress(found, port))
            .headers(headers -> headers.set("Content-Type", "application/json"));
    String body =
        json.writeValueAsString(
            Map.of(
                "type",
                "https://lupa.fi/notifications/something-new",
                "language",
                language,
                "text",
                Message.text(language)));
    Integer status =
        (secure ? http.secure() : http)
            .post()
            .uri(path(target))
            .send(ByteBufFlux.fromString(Mono.just(body)))
            .response()
            .map(answer -> answer.status().code())
            .block(ANSWER.multipliedBy(2));
    if (status == null || status / 100 != 2) {
      throw new IllegalStateException("a webhook that didn't take it");
    }
  }

  private static String path(URI target) {
    String path = target.getRawPath();
    String query = target.getRawQuery();
    return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
  }
}
