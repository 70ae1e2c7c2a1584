/** The organisations that a citizen can name in permits and prohibitions. */
@NullMarked
package fi.lupa.disclosure.citizen.organisations;

import org.jspecify.annotations.NullMarked;
