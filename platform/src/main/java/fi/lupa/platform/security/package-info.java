/** Who calls: provider systems and citizens, from their OAuth2 tokens. */
@NullMarked
package fi.lupa.platform.security;

import org.jspecify.annotations.NullMarked;
