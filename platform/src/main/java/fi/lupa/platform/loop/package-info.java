/** Work that a service does by itself. */
@NullMarked
package fi.lupa.platform.loop;

import org.jspecify.annotations.NullMarked;
