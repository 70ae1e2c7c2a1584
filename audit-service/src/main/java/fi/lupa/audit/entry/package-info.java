/** Turns an event into an entry of the citizen's log. Pure: no database, no clock, no Spring. */
@NullMarked
package fi.lupa.audit.entry;

import org.jspecify.annotations.NullMarked;
