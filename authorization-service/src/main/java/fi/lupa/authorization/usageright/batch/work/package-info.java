/** The lines of batches are done, chunk by chunk. */
@NullMarked
package fi.lupa.authorization.usageright.batch.work;

import org.jspecify.annotations.NullMarked;
