/** The citizen reads the own log. */
@NullMarked
package fi.lupa.audit.mylog;

import org.jspecify.annotations.NullMarked;
