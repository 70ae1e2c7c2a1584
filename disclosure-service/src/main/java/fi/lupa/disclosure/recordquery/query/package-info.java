/** Querying permitted records. */
@NullMarked
package fi.lupa.disclosure.recordquery.query;

import org.jspecify.annotations.NullMarked;
