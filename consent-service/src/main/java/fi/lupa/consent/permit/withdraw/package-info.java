/** Withdrawing a permit. */
@NullMarked
package fi.lupa.consent.permit.withdraw;

import org.jspecify.annotations.NullMarked;
