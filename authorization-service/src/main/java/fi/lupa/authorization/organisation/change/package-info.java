/** The operator changes an organisation. */
@NullMarked
package fi.lupa.authorization.organisation.change;

import org.jspecify.annotations.NullMarked;
