package fi.lupa.platform.schema;

import fi.lupa.contracts.Oid;

/**
 * Which schemas a service checks documents against; others aren't read, since compiling all of the
 * national ones takes a second of each start. A service without a choice uses all.
 */
@FunctionalInterface
public interface SchemaChoice {
  SchemaChoice ALL = schema -> true;

  /** Whether the service uses the schema of that OID. */
  boolean has(Oid schema);
}
