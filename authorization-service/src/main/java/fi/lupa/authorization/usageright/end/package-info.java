/** An organiser ends a right. */
@NullMarked
package fi.lupa.authorization.usageright.end;

import org.jspecify.annotations.NullMarked;
