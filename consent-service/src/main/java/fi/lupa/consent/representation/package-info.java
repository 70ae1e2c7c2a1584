/** Who may act for a client: the register that the operator loads. */
@NullMarked
package fi.lupa.consent.representation;

import org.jspecify.annotations.NullMarked;
