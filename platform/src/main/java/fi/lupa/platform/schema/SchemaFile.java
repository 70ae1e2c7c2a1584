package fi.lupa.platform.schema;

import fi.lupa.contracts.Oid;
import java.util.Optional;

/**
 * A schema as found.
 *
 * @param oid by the file's name, {@code <OID>.json}
 * @param where the source and the name in it, for messages
 */
record SchemaFile(Oid oid, String where, byte[] json) {
  private static final String SUFFIX = ".json";

  /** The national ones are under half a megabyte. */
  static final int LARGEST = 8 * 1024 * 1024;

  /** The OID in a file's name; nothing for files that aren't schemas. */
  static Optional<Oid> oid(String fileName) {
    if (!fileName.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    String oid = fileName.substring(0, fileName.length() - SUFFIX.length());
    return Oid.isValid(oid) ? Optional.of(new Oid(oid)) : Optional.empty();
  }
}
