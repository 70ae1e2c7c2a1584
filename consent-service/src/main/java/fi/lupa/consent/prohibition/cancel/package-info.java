/** Cancelling a prohibition. */
@NullMarked
package fi.lupa.consent.prohibition.cancel;

import org.jspecify.annotations.NullMarked;
