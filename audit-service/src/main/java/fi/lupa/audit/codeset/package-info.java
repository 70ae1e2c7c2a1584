/** The words of the code sets that the log is told with. */
@NullMarked
package fi.lupa.audit.codeset;

import org.jspecify.annotations.NullMarked;
