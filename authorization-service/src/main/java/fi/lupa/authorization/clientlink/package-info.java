/** Temporary identifiers linked to the identity codes of the same persons. */
@NullMarked
package fi.lupa.authorization.clientlink;

import org.jspecify.annotations.NullMarked;
