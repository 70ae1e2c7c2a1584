package fi.lupa.issuer.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens as a mail server does, and keeps what comes in a folder. */
@Component
@EnableConfigurationProperties(MailSettings.class)
class MailCatcher implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(MailCatcher.class);
  private static final int WAITING = 20;
  private static final int PATIENCE_MILLIS = 30_000;

  private final MailSettings settings;
  private final MailFolder folder;
  private volatile @Nullable ServerSocket door;

  MailCatcher(MailSettings settings) {
    this.settings = settings;
    this.folder = new MailFolder(settings.folder());
  }

  @Override
  public void start() {
    if (settings.port() < 0) {
      return;
    }
    try {
      ServerSocket open =
          new ServerSocket(settings.port(), WAITING, InetAddress.getLoopbackAddress());
      door = open;
      Thread.ofVirtual().name("mail").start(() -> listen(open));
    } catch (IOException e) {
      throw new UncheckedIOException("no mail can be taken in at port " + settings.port(), e);
    }
  }

  /** Where it listens. */
  int port() {
    ServerSocket open = door;
    return open == null ? -1 : open.getLocalPort();
  }

  private void listen(ServerSocket open) {
    while (!open.isClosed()) {
      try {
        Socket caller = open.accept();
        caller.setSoTimeout(PATIENCE_MILLIS);
        Thread.ofVirtual().start(() -> talk(caller));
      } catch (IOException e) {
        if (!open.isClosed()) {
          LOG.info("a caller with mail went away");
        }
      }
    }
  }

  private void talk(Socket caller) {
    try (caller) {
      new Conversation(caller.getInputStream(), caller.getOutputStream(), folder).hold();
    } catch (IOException e) {
      LOG.info("a conversation about mail broke off");
    }
  }

  @Override
  public void stop() {
    try (ServerSocket open = door) {
      door = null;
    } catch (IOException e) {
      LOG.info("the door for mail didn't close");
    }
  }

  @Override
  public boolean isRunning() {
    return door != null;
  }
}
