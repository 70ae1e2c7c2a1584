package fi.lupa.gateway.route;

import fi.lupa.gateway.GatewaySettings;
import io.netty.channel.ChannelOption;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Time limits on both sides. */
@Configuration(proxyBeanMethods = false)
class Connections {
  private static final int CONNECT_MILLIS = 1_000;

  /**
   * The time counts from the request's last byte and anew after each part of the answer: a slow
   * upload isn't the service's fault, and an answer that stops half-way doesn't hold the caller
   * forever. (The gateway's own {@code response-timeout} would count the upload in, and its {@code
   * connect-timeout} makes a client anew for each request.)
   */
  @Bean
  HttpClientCustomizer patience(GatewaySettings settings) {
    return client ->
        client
            .responseTimeout(settings.responseTimeout())
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS);
  }

  @Bean
  NettyServerCustomizer hurry(GatewaySettings settings) {
    return server -> server.requestTimeout(settings.requestTimeout());
  }
}
