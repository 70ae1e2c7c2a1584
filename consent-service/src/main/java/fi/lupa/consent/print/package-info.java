/** Declarations on paper (act 703/2023 58 § 3). */
@NullMarked
package fi.lupa.consent.print;

import org.jspecify.annotations.NullMarked;
