package fi.lupa.verify.file;

import fi.lupa.verify.tree.Malformed;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259): objects as maps, arrays as lists, texts as strings, {@code true}, {@code
 * false} and {@code null} as themselves and numbers as the text they are written in. A member that
 * comes twice is refused.
 */
final class Json {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final int END = -1;
  private static final int DEEPEST = 64;
  private static final int BUFFER = 1 << 16;
  private final Reader reader;
  private final char[] buffer;
  private final StringBuilder text = new StringBuilder();
  private int at;
  private int filled;
  private int depth;

  Json(Reader reader) {
    this.reader = reader;
    this.buffer = new char[BUFFER];
  }

  private Json(char[] text) {
    this.reader = Reader.nullReader();
    this.buffer = text;
    this.filled = text.length;
  }

  /** A number as it is written. */
  record Number(String text) {}

  /**
   * The object that a text tells.
   *
   * @throws Malformed when it tells none
   */
  static Map<String, @Nullable Object> object(String text) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    new Json(text.toCharArray()).members("", (name, value) -> members.put(name, value));
    return members;
  }

  /** Tells each member of the one object there is; of the member {@code each} every element. */
  void members(String each, BiConsumer<String, @Nullable Object> told) {
    expect('{', skip());
    Map<String, Boolean> seen = new LinkedHashMap<>();
    for (int next = skip(); next != '}'; next = separator('}')) {
      String name = name(next);
      if (seen.put(name, true) != null) {
        throw malformed();
      }
      int first = skip();
      if (name.equals(each) && first == '[') {
        for (int element = skip(); element != ']'; element = separator(']')) {
          told.accept(name, value(element));
        }
      } else {
        told.accept(name, value(first));
      }
    }
    if (skip() != END) {
      throw malformed();
    }
  }

  private @Nullable Object value(int first) {
    return switch (first) {
      case '"' -> text();
      case '{' -> object();
      case '[' -> array();
      default -> word(first);
    };
  }

  private Map<String, @Nullable Object> object() {
    deeper();
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (int next = skip(); next != '}'; next = separator('}')) {
      String name = name(next);
      if (members.containsKey(name)) {
        throw malformed();
      }
      members.put(name, value(skip()));
    }
    depth--;
    return members;
  }

  private List<@Nullable Object> array() {
    deeper();
    List<@Nullable Object> elements = new ArrayList<>();
    for (int next = skip(); next != ']'; next = separator(']')) {
      elements.add(value(next));
    }
    depth--;
    return elements;
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw malformed();
    }
  }

  private String name(int quote) {
    expect('"', quote);
    String name = text();
    expect(':', skip());
    return name;
  }

  /** What begins behind a comma, or the end of the object or array. */
  private int separator(char end) {
    int next = skip();
    if (next == end) {
      return end;
    }
    expect(',', next);
    int first = skip();
    if (first == end) {
      throw malformed();
    }
    return first;
  }

  private String text() {
    text.setLength(0);
    run();
    for (int next = read(); next != '"'; next = read()) {
      if (next < ' ') {
        throw malformed();
      }
      text.append(next == '\\' ? escaped() : (char) next);
      run();
    }
    return text.toString();
  }

  /** Takes what needs no look at each character on its own. */
  private void run() {
    int end = at;
    while (end < filled && buffer[end] != '"' && buffer[end] != '\\' && buffer[end] >= ' ') {
      end++;
    }
    text.append(buffer, at, end - at);
    at = end;
  }

  private char escaped() {
    int letter = read();
    return switch (letter) {
      case '"', '\\', '/' -> (char) letter;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> throw malformed();
    };
  }

  private char unit() {
    int unit = 0;
    for (int n = 0; n < 4; n++) {
      int digit = Character.digit(read(), 16);
      if (digit < 0) {
        throw malformed();
      }
      unit = unit << 4 | digit;
    }
    return (char) unit;
  }

  private @Nullable Object word(int first) {
    StringBuilder word = new StringBuilder();
    int next = first;
    while (next > ' ' && ",]}:\"[{".indexOf(next) < 0) {
      word.append((char) next);
      next = read();
    }
    if (next != END) {
      at--;
    }
    return switch (word.toString()) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> null;
      default -> number(word.toString());
    };
  }

  private static Number number(String word) {
    if (!NUMBER.matcher(word).matches()) {
      throw malformed();
    }
    return new Number(word);
  }

  private int skip() {
    int next = read();
    while (next == ' ' || next == '\t' || next == '\r' || next == '\n') {
      next = read();
    }
    return next;
  }

  private int read() {
    if (at >= filled) {
      try {
        filled = reader.read(buffer, 0, buffer.length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      at = 0;
      if (filled <= 0) {
        filled = 0;
        return END;
      }
    }
    return buffer[at++];
  }

  private static void expect(int wanted, int found) {
    if (wanted != found) {
      throw malformed();
    }
  }

  private static Malformed malformed() {
    return new Malformed("not JSON of the form");
  }
}
