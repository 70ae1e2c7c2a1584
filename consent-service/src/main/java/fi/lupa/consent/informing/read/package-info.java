/** Reading a client's informing. */
@NullMarked
package fi.lupa.consent.informing.read;

import org.jspecify.annotations.NullMarked;
