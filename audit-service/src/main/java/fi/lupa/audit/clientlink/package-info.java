/** Which temporary identifiers stand for a client, as the events tell. */
@NullMarked
package fi.lupa.audit.clientlink;

import org.jspecify.annotations.NullMarked;
