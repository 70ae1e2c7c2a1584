/** An organisation tells that a client now has an identity code. */
@NullMarked
package fi.lupa.authorization.clientlink.link;

import org.jspecify.annotations.NullMarked;
