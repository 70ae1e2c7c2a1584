/** Pages for people who want something on paper: accessible PDF, made off the event loops. */
@NullMarked
package fi.lupa.print;

import org.jspecify.annotations.NullMarked;
