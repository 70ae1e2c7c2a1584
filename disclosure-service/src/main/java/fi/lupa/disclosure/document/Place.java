package fi.lupa.disclosure.document;

import fi.lupa.contracts.Oid;
import fi.lupa.platform.web.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place among a client's documents, newest first: the document last seen. A new version doesn't
 * move its document; where all versions are given, the newest comes first.
 */
public record Place(Instant sortAt, Oid documentOid, int version) {
  public static Place of(Document document) {
    return new Place(document.standing().sortAt(), document.documentOid(), document.version());
  }

  public String cursor() {
    return Cursor.encode(sortAt, documentOid, version);
  }

  public static @Nullable Place parse(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    List<String> parts = Cursor.decode(cursor, 3);
    try {
      return new Place(
          Instant.parse(parts.get(0)), new Oid(parts.get(1)), Integer.parseInt(parts.get(2)));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw Cursor.invalid();
    }
  }
}
