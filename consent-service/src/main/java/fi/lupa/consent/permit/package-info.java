/** Disclosure permits (luovutusluvat, 53 § 3 and 55 § 1): one current per client and kind. */
@NullMarked
package fi.lupa.consent.permit;

import org.jspecify.annotations.NullMarked;
