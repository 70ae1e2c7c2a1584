/** The same request twice gives the same answer once. */
@NullMarked
package fi.lupa.platform.idempotency;

import org.jspecify.annotations.NullMarked;
