package fi.lupa.local.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message in the form in which mail programs send it (RFC 5322, 2045, 2047), as far as the
 * services make use of it: one part of plain text.
 *
 * @param to whom
 */
record Letter(String to, String subject, String text) {
  private static final Pattern ENCODED = Pattern.compile("=\\?([^?]+)\\?([QqBb])\\?([^?]*)\\?=");
  private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([A-Za-z0-9-]+)");
  private static final Pattern BYTE = Pattern.compile("=([0-9A-Fa-f]{2})");

  /**
   * @param raw one character for each byte
   */
  static Letter parse(String raw) {
    int end = raw.indexOf("\r\n\r\n");
    String head = end < 0 ? raw : raw.substring(0, end);
    String body = end < 0 ? "" : raw.substring(end + 4);
    Matcher charset = CHARSET.matcher(header(head, "Content-Type"));
    return new Letter(
        header(head, "To"),
        words(header(head, "Subject")),
        body(
            body,
            header(head, "Content-Transfer-Encoding"),
            charset.find() ? Charset.forName(charset.group(1)) : UTF_8));
  }

  private static String header(String head, String name) {
    Matcher found =
        Pattern.compile("(?im)^" + name + ":[ \\t]*(.*(?:\\r\\n[ \\t].*)*)").matcher(head);
    return found.find() ? found.group(1).replaceAll("\\r\\n[ \\t]", " ").strip() : "";
  }

  private static String words(String text) {
    return ENCODED
        .matcher(text.replaceAll("\\?=\\s+=\\?", "?==?"))
        .replaceAll(word ->
            Matcher.quoteReplacement(
                word.group(2).equalsIgnoreCase("B")
                    ? new String(
                        Base64.getDecoder().decode(word.group(3)), Charset.forName(word.group(1)))
                    : quoted(word.group(3).replace('_', ' '), Charset.forName(word.group(1)))));
  }

  private static String body(String body, String encoding, Charset charset) {
    return switch (encoding.toLowerCase(java.util.Locale.ROOT)) {
      case "quoted-printable" -> quoted(body.replace("=\r\n", ""), charset);
      case "base64" -> new String(Base64.getMimeDecoder().decode(body), charset);
      default -> new String(body.getBytes(ISO_8859_1), charset);
    };
  }

  private static String quoted(String text, Charset charset) {
    var bytes = new ByteArrayOutputStream();
    Matcher hex = BYTE.matcher(text);
    int from = 0;
    while (hex.find()) {
      bytes.writeBytes(text.substring(from, hex.start()).getBytes(ISO_8859_1));
      bytes.write(Integer.parseInt(hex.group(1), 16));
      from = hex.end();
    }
    bytes.writeBytes(text.substring(from).getBytes(ISO_8859_1));
    return bytes.toString(charset);
  }
}
