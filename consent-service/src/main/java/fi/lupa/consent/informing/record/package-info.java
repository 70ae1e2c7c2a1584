/** Recording that a client was informed. */
@NullMarked
package fi.lupa.consent.informing.record;

import org.jspecify.annotations.NullMarked;
