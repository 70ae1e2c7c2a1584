/** Facts are in force only when the disclosure-service has them. */
@NullMarked
package fi.lupa.platform.fence;

import org.jspecify.annotations.NullMarked;
