/** Many acts on rights, sent at once and done in the background, each exactly once. */
@NullMarked
package fi.lupa.authorization.usageright.batch;

import org.jspecify.annotations.NullMarked;
