/** What every service shares, as a Spring Boot starter. No domain rule lives here. */
@NullMarked
package fi.lupa.platform;

import org.jspecify.annotations.NullMarked;
