/** Providers, their service units, and how far they have joined. */
@NullMarked
package fi.lupa.authorization.organisation;

import org.jspecify.annotations.NullMarked;
