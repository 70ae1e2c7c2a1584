/** An organiser amends a right. */
@NullMarked
package fi.lupa.authorization.usageright.amend;

import org.jspecify.annotations.NullMarked;
