/** The organiser follows its batch. */
@NullMarked
package fi.lupa.authorization.usageright.batch.read;

import org.jspecify.annotations.NullMarked;
