/** An organisation cancels a link that was wrong. */
@NullMarked
package fi.lupa.authorization.clientlink.cancel;

import org.jspecify.annotations.NullMarked;
