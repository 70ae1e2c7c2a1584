/** Informing (informointi): that the client has been told of their rights (68 §). */
@NullMarked
package fi.lupa.consent.informing;

import org.jspecify.annotations.NullMarked;
