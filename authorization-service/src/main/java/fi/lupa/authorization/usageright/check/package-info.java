/** What must hold for a right to be granted or amended. */
@NullMarked
package fi.lupa.authorization.usageright.check;

import org.jspecify.annotations.NullMarked;
