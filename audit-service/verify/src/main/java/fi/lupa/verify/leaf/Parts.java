package fi.lupa.verify.leaf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An event in two parts: what the client may see of it, and the rest. Each value of the event's
 * JSON goes to the rest, and {@code "*"} stands in its place, unless its member has one of the
 * names below; and always when it is an identifier by its form. All other bytes stay as they came.
 * So the two parts tell the event and nothing else: the rest's values, one per line, fill the
 * places in their order.
 *
 * <p>This rule is part of the log's format. A name may be added while no event has ever held it;
 * anything else would be a new version of the format, for the parts of old events would change.
 */
public final class Parts {
  private static final byte[] PLACE = {'"', '*', '"'};
  private static final String CLIENT = "client";

  /** Names of members whose values the client's log tells, in any event. */
  private static final Set<String> SHOWN =
      Set.of(
          ("accessTime basis breakGlass cancelledAt change changedAt channel content count"
                  + " current dataGroups day decidedAt decidedBy disclosedOn documentType dueOn en end endReason"
                  + " endedAt entries fi form ground informedAt keptUntil kind language"
                  + " legalReferences linkedAt matters outcome powers provision purpose reason"
                  + " reasonCode recordedFrom recordedTo representative retentionClasses role rulebook"
                  + " serviceTask serviceTasks setAt socialServices sought source start state summary"
                  + " sv target textVersion time type validFrom validUntil version versions what"
                  + " wideSearchReason")
              .split(" "));

  private static final String FINNISH_OID = "1.2.246.";
  private static final Pattern OID = Pattern.compile("[0-2](\\.[0-9]+)+");
  private static final Pattern UUID =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  private final byte[] data;
  private final ByteArrayOutputStream shown;
  private final ByteArrayOutputStream rest = new ByteArrayOutputStream(1 << 8);
  private final Deque<String> names = new ArrayDeque<>();
  private int at;

  /** Up to where the data have gone to a part. */
  private int copied;

  private boolean moved;
  private @Nullable String client;

  private Parts(String type, byte[] data) {
    this.data = data;
    this.shown = new ByteArrayOutputStream(data.length + 64);
    shown.writeBytes((type + "\n").getBytes(StandardCharsets.UTF_8));
    while (at < data.length) {
      step();
    }
    shown.write(data, copied, data.length - copied);
  }

  /** The parts of an event: its type, and its data as they came. */
  public static Parts of(String type, byte[] data) {
    return new Parts(type, data);
  }

  /** What the client may see: the type, a newline and JSON. */
  public byte[] shown() {
    return shown.toByteArray();
  }

  /** The values that were taken out, as they stood, one per line. */
  public byte[] rest() {
    return rest.toByteArray();
  }

  /**
   * Whose event it is: the member {@code client} of the event itself; empty when it is nobody's.
   */
  public Optional<String> client() {
    return Optional.ofNullable(client);
  }

  private void step() {
    byte next = data[at];
    switch (next) {
      case '"' -> text();
      case '{' -> {
        names.push("");
        at++;
      }
      case '}' -> {
        names.poll();
        at++;
      }
      case '[', ']', ',', ':', ' ', '\t', '\r', '\n' -> at++;
      default -> value(at + bare());
    }
  }

  /** A text is a member's name when a colon follows it. */
  private void text() {
    int end = at + 1;
    while (end < data.length && data[end] != '"') {
      end += data[end] == '\\' ? 2 : 1;
    }
    end = Math.min(end + 1, data.length);
    int after = end;
    while (after < data.length && data[after] <= ' ') {
      after++;
    }
    if (after < data.length && data[after] == ':') {
      names.poll();
      names.push(inner(end));
      at = end;
    } else {
      value(end);
    }
  }

  private int bare() {
    int end = at;
    while (end < data.length && ",]} \t\r\n".indexOf(data[end]) < 0) {
      end++;
    }
    return Math.max(end - at, 1);
  }

  private void value(int end) {
    String value = data[at] == '"' ? inner(end) : "";
    if (names.size() == 1 && CLIENT.equals(names.peek())) {
      client = value;
    }
    if (isShown(value)) {
      at = end;
      return;
    }
    if (moved) {
      rest.write('\n');
    }
    moved = true;
    rest.write(data, at, end - at);
    shown.write(data, copied, at - copied);
    shown.writeBytes(PLACE);
    at = end;
    copied = end;
  }

  private boolean isShown(String value) {
    String name = names.isEmpty() ? "" : names.peek();
    return SHOWN.contains(name)
        && !value.equals("*")
        && !isIdentifier(value)
        && !isProfessionals(name);
  }

  /** A requester's role tells of the professional; a representative's is the client's to know. */
  private boolean isProfessionals(String name) {
    return name.equals("role") && parent().equals("requester");
  }

  private String parent() {
    return names.stream().skip(1).findFirst().orElse("");
  }

  private static boolean isIdentifier(String value) {
    return value.contains(FINNISH_OID)
        || value.indexOf('.') == 1 && OID.matcher(value).matches()
        || value.length() == 36 && UUID.matcher(value).matches();
  }

  /** The text between quotes, as it is written. */
  private String inner(int end) {
    return new String(data, at + 1, Math.max(end - at - 2, 0), StandardCharsets.ISO_8859_1);
  }
}
