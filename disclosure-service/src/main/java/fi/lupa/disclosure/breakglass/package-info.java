/**
 * A controller reviews the accesses that secured a client's care or a child's interest despite all
 * (Act 703/2023 56 §).
 */
@NullMarked
package fi.lupa.disclosure.breakglass;

import org.jspecify.annotations.NullMarked;
