/** How far the log reaches and what it is known to miss. */
@NullMarked
package fi.lupa.audit.coverage;

import org.jspecify.annotations.NullMarked;
