/** What follows for the rights from the blocks of a client relationship document. */
@NullMarked
package fi.lupa.authorization.relationship.derive;

import org.jspecify.annotations.NullMarked;
