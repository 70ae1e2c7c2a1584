/** What is no longer needed of batches is deleted. */
@NullMarked
package fi.lupa.authorization.usageright.batch.keep;

import org.jspecify.annotations.NullMarked;
