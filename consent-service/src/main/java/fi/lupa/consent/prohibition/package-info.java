/** Prohibitions (luovutuskiellot, 59 § 1). */
@NullMarked
package fi.lupa.consent.prohibition;

import org.jspecify.annotations.NullMarked;
