package fi.lupa.platform.sql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON texts that come again and again, as the immutable records they are read into: an
 * organisation that half of the queries name, the title that a kind of document has. What is known
 * is the text itself, so nothing is ever older than the row it came from.
 *
 * @param <T> the record
 */
public final class ParsedTexts<T> {
  private static final int MOST = 1_000;
  private static final Duration UNUSED = Duration.ofMinutes(10);

  private final JsonMapper json;
  private final Class<T> type;
  private final Cache<String, T> parsed =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(UNUSED).build();

  public ParsedTexts(JsonMapper json, Class<T> type) {
    this.json = json;
    this.type = type;
  }

  public T of(String text) {
    T known = parsed.getIfPresent(text);
    if (known == null) {
      known = json.readValue(text, type);
      parsed.put(text, known);
    }
    return known;
  }
}
