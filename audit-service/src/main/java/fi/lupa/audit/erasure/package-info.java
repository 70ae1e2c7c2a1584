/** Erasing what an entry of the log says, by a decision; that it was erased stays in the log. */
@NullMarked
package fi.lupa.audit.erasure;

import org.jspecify.annotations.NullMarked;
