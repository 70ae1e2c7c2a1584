/** How much of what kind may come in. */
@NullMarked
package fi.lupa.gateway.limit;

import org.jspecify.annotations.NullMarked;
