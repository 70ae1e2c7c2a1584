/** The operator's view of what came and couldn't be read, and its repair. */
@NullMarked
package fi.lupa.audit.deadletter;

import org.jspecify.annotations.NullMarked;
