/** The versions of the text that a client is told. */
@NullMarked
package fi.lupa.consent.informing.text;

import org.jspecify.annotations.NullMarked;
