/** The parties search their rights. */
@NullMarked
package fi.lupa.authorization.usageright.search;

import org.jspecify.annotations.NullMarked;
