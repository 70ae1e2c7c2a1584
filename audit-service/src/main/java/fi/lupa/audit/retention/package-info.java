/**
 * What the log no longer may hold is cleared, and months that hold nothing any more are dropped.
 */
@NullMarked
package fi.lupa.audit.retention;

import org.jspecify.annotations.NullMarked;
