/** Giving or refusing a permit. */
@NullMarked
package fi.lupa.consent.permit.give;

import org.jspecify.annotations.NullMarked;
