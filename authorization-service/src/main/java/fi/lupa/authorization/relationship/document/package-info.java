/** What a client relationship document says of rights, and no more of it. */
@NullMarked
package fi.lupa.authorization.relationship.document;

import org.jspecify.annotations.NullMarked;
