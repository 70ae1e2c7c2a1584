/** All versions of a permit. */
@NullMarked
package fi.lupa.consent.permit.history;

import org.jspecify.annotations.NullMarked;
