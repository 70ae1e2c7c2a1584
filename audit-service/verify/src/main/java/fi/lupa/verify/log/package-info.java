/** The verification of a whole log. */
@NullMarked
package fi.lupa.verify.log;

import org.jspecify.annotations.NullMarked;
