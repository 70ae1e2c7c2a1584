/** What organisations and service units are called, as the authorization-service tells. */
@NullMarked
package fi.lupa.consent.organisation;

import org.jspecify.annotations.NullMarked;
