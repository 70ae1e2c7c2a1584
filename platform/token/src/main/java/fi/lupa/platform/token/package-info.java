/** The check of access tokens, at the gateway and once more in each service. */
@NullMarked
package fi.lupa.platform.token;

import org.jspecify.annotations.NullMarked;
