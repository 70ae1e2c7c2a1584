/** Whether somebody may act for a client now. */
@NullMarked
package fi.lupa.consent.representation.check;

import org.jspecify.annotations.NullMarked;
