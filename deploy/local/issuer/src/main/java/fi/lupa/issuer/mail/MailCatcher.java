package fi.lupa.issuer.mail;

import java.io.IOException;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Listens as a mail server does, and keeps what comes in a folder. */
@Component
@EnableConfigurationProperties(MailSettings.class)
class MailCatcher implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(MailCatcher.class);
  private static final int MOST_BYTES = 200_000;

  private final MailSettings settings;
  private final MailFolder folder;
  private @Nullable SMTPServer server;

  MailCatcher(MailSettings settings) {
    this.settings = settings;
    this.folder = new MailFolder(settings.folder());
  }

  @Override
  public void start() {
    if (settings.port() >= 0) {
      server =
          SMTPServer.port(settings.port())
              .bindAddress(InetAddress.getLoopbackAddress())
              .maxMessageSize(MOST_BYTES)
              .insertReceivedHeaders(false)
              .messageHandler((context, from, to, message) -> keep(message))
              .build();
      server.start();
    }
  }

  /** Where it listens. */
  int port() {
    return server == null ? -1 : server.getPortAllocated();
  }

  private void keep(byte[] message) throws RejectException {
    try {
      folder.keep(message);
    } catch (IOException e) {
      LOG.warn("a message couldn't be kept: {}", e.getClass().getSimpleName());
      throw new RejectException(451, "not kept");
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop();
      server = null;
    }
  }

  @Override
  public boolean isRunning() {
    return server != null;
  }
}
