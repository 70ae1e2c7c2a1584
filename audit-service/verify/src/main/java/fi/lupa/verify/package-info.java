/** The command line of the verifier. */
@NullMarked
package fi.lupa.verify;

import org.jspecify.annotations.NullMarked;
