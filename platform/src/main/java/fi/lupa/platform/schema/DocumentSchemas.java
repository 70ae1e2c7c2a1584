package fi.lupa.platform.schema;

import com.networknt.schema.Schema;
import fi.lupa.contracts.Oid;
import java.util.Optional;
import java.util.Set;

/**
 * Document schemas (JSON Schema draft-07) by their OID: the operator's, else Lupa's own samples.
 * All are compiled when a set is loaded; a changed set comes into use whole, without a restart.
 */
public final class DocumentSchemas {
  private final SchemaLoader loader;
  private volatile SchemaSet set;

  /**
   * @throws BadSchemas when the sources can't be used: there is no older set to go on with
   */
  DocumentSchemas(SchemaLoader loader) {
    this.loader = loader;
    this.set = loader.load();
  }

  /** The schema of that OID, if there is one. */
  public Optional<Schema> find(Oid schema) {
    return Optional.ofNullable(set.schemas().get(schema));
  }

  /** The OIDs of all that are in use. */
  public Set<Oid> oids() {
    return set.schemas().keySet();
  }

  /** The set in use. */
  SchemaSet set() {
    return set;
  }

  /**
   * Takes a new set into use when the sources didn't change meanwhile: half of a set being copied
   * is none.
   *
   * @throws BadSchemas when it can't be used; the set in use stays
   */
  boolean reload() {
    SchemaSet loaded = loader.load();
    if (!loaded.seen().equals(loader.look())) {
      return false;
    }
    set = loaded;
    return true;
  }
}
