/**
 * Disclosures by other means than Lupa, noted by the controller (luovutusilmoitus, Act 703/2023 10
 * §).
 */
@NullMarked
package fi.lupa.disclosure.notice;

import org.jspecify.annotations.NullMarked;
