/**
 * The citizen portal's server side: signing in, the session, and passing the citizen's requests on
 * with his token.
 */
@NullMarked
package fi.lupa.gateway.portal;

import org.jspecify.annotations.NullMarked;
