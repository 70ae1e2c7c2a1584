/** The use log as a stream, for an organisation's own security monitoring (SIEM). */
@NullMarked
package fi.lupa.disclosure.uselog.export;

import org.jspecify.annotations.NullMarked;
