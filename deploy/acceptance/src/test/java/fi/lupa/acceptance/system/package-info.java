/** Starting, stopping and looking into the system that is tested. */
@NullMarked
package fi.lupa.acceptance.system;

import org.jspecify.annotations.NullMarked;
