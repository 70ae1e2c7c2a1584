/** The record of every access with its whole explanation. */
@NullMarked
package fi.lupa.disclosure.record;

import org.jspecify.annotations.NullMarked;
