/** PostgreSQL from packed binaries: unpacking, a new cluster, the server's command line. */
@NullMarked
package fi.lupa.local.postgres;

import org.jspecify.annotations.NullMarked;
