/** The launcher behind {@code ./lupa}: starts, watches and ends every part of a local Lupa. */
@NullMarked
package fi.lupa.local;

import org.jspecify.annotations.NullMarked;
