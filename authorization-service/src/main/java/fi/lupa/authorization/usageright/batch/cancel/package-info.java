/** The organiser stops its batch. */
@NullMarked
package fi.lupa.authorization.usageright.batch.cancel;

import org.jspecify.annotations.NullMarked;
