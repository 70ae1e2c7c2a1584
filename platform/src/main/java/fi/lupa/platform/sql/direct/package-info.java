/**
 * Short transactions over JDBC, for what must be quick: R2DBC costs several times as much per
 * statement and can't send two things at once. The stores don't know: they use Spring's client.
 */
@NullMarked
package fi.lupa.platform.sql.direct;

import org.jspecify.annotations.NullMarked;
