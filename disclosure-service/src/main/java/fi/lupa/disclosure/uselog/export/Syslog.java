package fi.lupa.disclosure.uselog.export;

import fi.lupa.contracts.Outcome;
import fi.lupa.disclosure.uselog.signal.Signal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines as syslog messages (RFC 5424), one to a line: facility 13 (log audit), severity by how much
 * the access deserves a look.
 */
final class Syslog {
  private static final int LOG_AUDIT = 13 * 8;
  private static final int WARNING = 4;
  private static final int NOTICE = 5;
  private static final int INFORMATIONAL = 6;

  private Syslog() {}

  /**
   * @param enterpriseNumber of the operator (IANA), after the name of the structured data
   */
  static String line(LogLine line, int enterpriseNumber) {
    StringBuilder text = new StringBuilder();
    text.append('<').append(LOG_AUDIT + severity(line)).append(">1 ").append(line.time());
    text.append(" - lupa - ").append(line.act());
    text.append(" [lupa@").append(enterpriseNumber);
    put(text, "cursor", line.cursor());
    put(text, "queryId", line.queryId());
    put(text, "client", line.client());
    put(text, "organisation", line.organisation());
    put(text, "unit", line.unit());
    put(text, "professional", line.professional());
    put(text, "role", line.role());
    put(text, "purpose", line.purpose());
    put(text, "basis", line.basis());
    put(text, "ground", line.ground());
    put(text, "outcome", line.outcome());
    put(text, "reasonCode", line.reasonCode());
    put(text, "documents", line.documents());
    if (!line.signals().isEmpty()) {
      put(
          text,
          "signals",
          line.signals().stream().map(Signal::name).collect(Collectors.joining(" ")));
    }
    return text.append("] ").append(line.act()).append(' ').append(line.outcome()).toString();
  }

  private static int severity(LogLine line) {
    if (line.signals().contains(Signal.BREAK_GLASS)) {
      return WARNING;
    }
    return line.outcome() == Outcome.DENIED || !line.signals().isEmpty() ? NOTICE : INFORMATIONAL;
  }

  /** What could end the value or the line is escaped (RFC 5424 6.3.3) or becomes a space. */
  private static void put(StringBuilder text, String name, @Nullable Object value) {
    if (value == null) {
      return;
    }
    text.append(' ').append(name).append("=\"");
    value
        .toString()
        .codePoints()
        .map(one -> Character.isISOControl(one) || one == '\u2028' || one == '\u2029' ? ' ' : one)
        .forEach(one -> {
          if (one == '"' || one == '\\' || one == ']') {
            text.append('\\');
          }
          text.appendCodePoint(one);
        });
    text.append('"');
  }
}
