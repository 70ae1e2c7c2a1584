/** An organiser grants a right. */
@NullMarked
package fi.lupa.authorization.usageright.grant;

import org.jspecify.annotations.NullMarked;
