/** A batch is taken in as it comes, line by line. */
@NullMarked
package fi.lupa.authorization.usageright.batch.receive;

import org.jspecify.annotations.NullMarked;
