/** Anyone with a provider's token reads organisations. */
@NullMarked
package fi.lupa.authorization.organisation.read;

import org.jspecify.annotations.NullMarked;
