/** Checking that an XHTML document is harmless. */
@NullMarked
package fi.lupa.disclosure.document.format;

import org.jspecify.annotations.NullMarked;
