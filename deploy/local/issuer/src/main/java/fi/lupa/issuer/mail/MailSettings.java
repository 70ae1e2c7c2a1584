package fi.lupa.issuer.mail;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where mail is taken in.
 *
 * @param port of SMTP on this machine's own address; without one none is taken in
 * @param folder where each message is kept as a file
 */
@ConfigurationProperties("lupa.mail")
record MailSettings(@DefaultValue("-1") int port, @DefaultValue(".lupa/mail") Path folder) {}
