/** The citizen takes the own log along, in one of four forms. */
@NullMarked
package fi.lupa.audit.mylog.export;

import org.jspecify.annotations.NullMarked;
