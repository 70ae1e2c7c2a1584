/** All versions of a prohibition. */
@NullMarked
package fi.lupa.consent.prohibition.history;

import org.jspecify.annotations.NullMarked;
