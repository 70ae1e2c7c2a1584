/** Which temporary identifiers stand for a client, as the authorization-service tells. */
@NullMarked
package fi.lupa.consent.clientlink;

import org.jspecify.annotations.NullMarked;
