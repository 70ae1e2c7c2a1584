/** Who an organisation's professionals are, in keyed hashes and for the signals only. */
@NullMarked
package fi.lupa.disclosure.uselog.staff;

import org.jspecify.annotations.NullMarked;
