/** Register usage rights (rekisterinkäyttöoikeus): state, validity and history. */
@NullMarked
package fi.lupa.authorization.usageright;

import org.jspecify.annotations.NullMarked;
