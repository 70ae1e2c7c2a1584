package fi.lupa.issuer.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One caller's side of SMTP (RFC 5321) that any mail library speaks: no extension is offered. */
final class Conversation {
  private static final int MOST_CHARACTERS = 200_000;

  private final BufferedReader in;
  private final OutputStream out;
  private final MailFolder folder;

  Conversation(InputStream in, OutputStream out, MailFolder folder) {
    // bytes are kept as they are: one character each
    this.in = new BufferedReader(new InputStreamReader(in, ISO_8859_1));
    this.out = out;
    this.folder = folder;
  }

  void hold() throws IOException {
    say("220 lupa keeps mail and sends none on");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      switch (verb) {
        case "DATA" -> {
          say("354 end with a dot");
          String message = message();
          if (message == null) {
            say("552 too long");
          } else {
            folder.keep(message.getBytes(ISO_8859_1));
            say("250 kept");
          }
        }
        case "QUIT" -> {
          say("221 bye");
          return;
        }
        case "HELO", "EHLO", "MAIL", "RCPT", "RSET", "NOOP" -> say("250 ok");
        default -> say("502 not here");
      }
    }
  }

  /** To the line with a dot alone; null when it was too long. */
  private @Nullable String message() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      if (text.length() <= MOST_CHARACTERS) {
        text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
      }
    }
    return text.length() > MOST_CHARACTERS ? null : text.toString();
  }

  private void say(String line) throws IOException {
    out.write((line + "\r\n").getBytes(ISO_8859_1));
    out.flush();
  }
}
