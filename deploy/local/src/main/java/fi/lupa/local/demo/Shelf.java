package fi.lupa.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sample documents of one run, from {@code demo/documents}: by the national schemas where the
 * machine has them, else by the project's own.
 */
public final class Shelf {

  private final Map<Document.Key, Document> documents = new EnumMap<>(Document.Key.class);

  private Shelf() {}

  /**
   * Takes the documents out.
   *
   * @param national whether the national schemas are there
   * @param person whose documents they are
   * @param now gives the run its own document OIDs
   */
  static Shelf of(boolean national, Person person, Instant now) {
    String folder = "/demo/documents/" + (national ? "national/" : "own/");
    JsonNode catalogue = JsonMapper.shared().readTree(read(folder + "catalogue.json"));
    var shelf = new Shelf();
    Arrays.stream(Document.Key.values())
        .forEach(key -> shelf.documents.put(key, document(key, catalogue, folder, person, now)));
    return shelf;
  }

  /** One of them. */
  public Document get(Document.Key key) {
    return Objects.requireNonNull(documents.get(key));
  }

  private static Document document(
      Document.Key key, JsonNode catalogue, String folder, Person person, Instant now) {
    JsonNode entry = catalogue.path(key.name());
    String file = entry.path("file").asString();
    String oid =
        "%s.93.%d.%d".formatted(key.controller().arc(), now.toEpochMilli(), key.ordinal() + 1);
    return new Document(
        key,
        oid,
        entry.path("type").asString(),
        entry.path("schema").asString(""),
        entry.path("task").asString(),
        entry.path("title").asString(),
        entry.path("englishTitle").asString(),
        file.endsWith(".xhtml") ? "application/xhtml+xml" : "application/json",
        read(folder + file).replace("{{identityCode}}", person.identityCode()));
  }

  private static String read(String path) {
    try (InputStream in = Objects.requireNonNull(Shelf.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
