package fi.lupa.platform.schema;

import fi.lupa.contracts.Oid;
import java.nio.file.Path;
import java.util.List;

/** Lupa's own sample schemas, which every machine has. */
final class OwnSchemas {
  static final Oid PLAN = new Oid("1.2.246.10.90000011.6.1506.15003.2026.11.22");

  private OwnSchemas() {}

  static DocumentSchemas only() {
    return with();
  }

  static DocumentSchemas with(Path... sources) {
    return chosen(SchemaChoice.ALL, sources);
  }

  static DocumentSchemas chosen(SchemaChoice choice, Path... sources) {
    return new DocumentSchemas(new SchemaLoader(List.of(sources), choice));
  }

  static int count() {
    return only().oids().size();
  }
}
