/** Which requests need a token, and what one without a good token is told. */
@NullMarked
package fi.lupa.gateway.token;

import org.jspecify.annotations.NullMarked;
