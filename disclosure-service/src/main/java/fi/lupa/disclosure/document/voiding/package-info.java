/** Declaring a document, or a version of one, void. */
@NullMarked
package fi.lupa.disclosure.document.voiding;

import org.jspecify.annotations.NullMarked;
