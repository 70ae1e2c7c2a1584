/** Verifying documents' electronic signatures. */
@NullMarked
package fi.lupa.disclosure.document.signature;

import org.jspecify.annotations.NullMarked;
