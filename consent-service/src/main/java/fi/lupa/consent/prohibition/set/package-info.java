/** Setting a prohibition. */
@NullMarked
package fi.lupa.consent.prohibition.set;

import org.jspecify.annotations.NullMarked;
