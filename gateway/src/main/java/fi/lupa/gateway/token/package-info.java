/** The check of access tokens before a request goes anywhere. */
@NullMarked
package fi.lupa.gateway.token;

import org.jspecify.annotations.NullMarked;
