/** The headers of every answer. */
@NullMarked
package fi.lupa.gateway.header;

import org.jspecify.annotations.NullMarked;
