package fi.lupa.disclosure.document.contact;

import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Leaves the contact data out of a JSON document, at every depth. Everything else stays as it was,
 * letter by letter: the text is cut, not written anew.
 */
@Component
public class ContactMask {
  private final ContactNames names;
  private final JsonMapper json;

  public ContactMask(ContactNames names, JsonMapper json) {
    this.names = names;
    this.json = json;
  }

  /**
   * The document without its contact data.
   *
   * @param document JSON, as every stored document of that type is
   * @throws tools.jackson.core.JacksonException when it isn't JSON; then nothing of it may be given
   */
  public String mask(String document) {
    Cut cut = new Cut(document);
    try (JsonParser parser = json.createParser(document)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case START_OBJECT -> cut.open();
          case END_OBJECT -> cut.close(start(parser));
          case PROPERTY_NAME -> property(parser, cut);
          default -> {}
        }
      }
    }
    return cut.rest();
  }

  private void property(JsonParser parser, Cut cut) {
    String name = parser.currentName();
    boolean hidden = names.hides(name);
    cut.property(start(parser), hidden);
    if (hidden || names.shows(name)) {
      parser.nextToken();
      parser.skipChildren();
    }
  }

  private static int start(JsonParser parser) {
    return Math.toIntExact(parser.currentTokenLocation().getCharOffset());
  }

  /**
   * Copies a text but for some members of its objects. A member that goes takes all up to the next
   * one with it; the last of an object takes the comma before it instead.
   */
  private static final class Cut {
    private final String text;
    private final StringBuilder kept;
    private final Deque<Level> levels = new ArrayDeque<>();
    private int from;
    private boolean skipping;

    /** An object that is open: whether it has kept a member. */
    private static final class Level {
      private boolean keeps;
    }

    Cut(String text) {
      this.text = text;
      this.kept = new StringBuilder(text.length());
    }

    void open() {
      levels.push(new Level());
    }

    void property(int start, boolean hidden) {
      copyTo(start);
      skipping = hidden;
      levels.element().keeps |= !hidden;
    }

    void close(int end) {
      boolean last = skipping;
      copyTo(end);
      if (last && levels.element().keeps) {
        kept.setLength(kept.lastIndexOf(","));
      }
      levels.pop();
    }

    String rest() {
      copyTo(text.length());
      return kept.toString();
    }

    private void copyTo(int place) {
      if (!skipping) {
        kept.append(text, from, place);
      }
      from = place;
      skipping = false;
    }
  }
}
