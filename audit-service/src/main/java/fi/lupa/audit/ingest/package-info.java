/** From Kafka into the log's tables. */
@NullMarked
package fi.lupa.audit.ingest;

import org.jspecify.annotations.NullMarked;
