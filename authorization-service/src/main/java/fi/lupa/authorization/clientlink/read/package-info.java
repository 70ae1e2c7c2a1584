/** Reading a link, and whether it is in force. */
@NullMarked
package fi.lupa.authorization.clientlink.read;

import org.jspecify.annotations.NullMarked;
