/**
 * Measures a running Lupa on this machine, beside a bare endpoint that does nothing but check the
 * same token.
 */
@NullMarked
package fi.lupa.benchmark;

import org.jspecify.annotations.NullMarked;
