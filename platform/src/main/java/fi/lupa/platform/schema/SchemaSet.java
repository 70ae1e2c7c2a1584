package fi.lupa.platform.schema;

import com.networknt.schema.Schema;
import fi.lupa.contracts.Oid;
import java.util.List;
import java.util.Map;

/**
 * Compiled schemas, whole: a set either has all that its sources hold or doesn't come to be.
 *
 * @param seen how the sources looked when it was made
 */
record SchemaSet(Map<Oid, Schema> schemas, List<SchemaSource.Look> seen) {
  SchemaSet {
    schemas = Map.copyOf(schemas);
    seen = List.copyOf(seen);
  }
}
