/** Where a declaration was made, and who recorded it. */
@NullMarked
package fi.lupa.consent.origin;

import org.jspecify.annotations.NullMarked;
