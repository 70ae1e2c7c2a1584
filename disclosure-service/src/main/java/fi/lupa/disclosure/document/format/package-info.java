/** Checking that a document is what it says: JSON by national schema, or harmless XHTML. */
@NullMarked
package fi.lupa.disclosure.document.format;

import org.jspecify.annotations.NullMarked;
