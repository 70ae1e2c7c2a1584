/** Code sets that more than one service reads. */
@NullMarked
package fi.lupa.platform.codeset;

import org.jspecify.annotations.NullMarked;
