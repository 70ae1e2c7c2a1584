/** How documents and organisations are named to whoever asks. */
@NullMarked
package fi.lupa.consent.naming;

import org.jspecify.annotations.NullMarked;
