/** The operator registers an organisation. */
@NullMarked
package fi.lupa.authorization.organisation.register;

import org.jspecify.annotations.NullMarked;
