package fi.lupa.audit.notification;

import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends mail by the operator's SMTP server; there when {@code spring.mail.host} is set. */
@Component
class MailCourier implements Courier {
  /** No comma, quote, bracket or white space: one address, and nothing that could be a header. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9._%+'/=?^{}|~!#$&*-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

  private final ObjectProvider<JavaMailSender> server;
  private final NotificationSettings settings;

  MailCourier(ObjectProvider<JavaMailSender> server, NotificationSettings settings) {
    this.server = server;
    this.settings = settings;
  }

  @Override
  public NotificationChannel channel() {
    return NotificationChannel.EMAIL;
  }

  @Override
  public boolean isThere() {
    return server.getIfAvailable() != null;
  }

  @Override
  public boolean accepts(String address) {
    return ADDRESS.matcher(address).matches();
  }

  @Override
  public void send(String address, String language) {
    send(address, Message.subject(language), Message.text(language));
  }

  /** Sends the code that proves whose address it is. */
  void sendCode(String address, String language, String code) {
    send(address, Message.codeSubject(language), Message.codeText(language, code));
  }

  private void send(String address, String subject, String text) {
    SimpleMailMessage mail = new SimpleMailMessage();
    mail.setFrom(settings.from());
    mail.setTo(address);
    mail.setSubject(subject);
    mail.setText(text);
    server.getObject().send(mail);
  }
}
