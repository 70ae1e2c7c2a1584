/** The operator ends a representation. */
@NullMarked
package fi.lupa.consent.representation.end;

import org.jspecify.annotations.NullMarked;
