/** Storing a document into a register. */
@NullMarked
package fi.lupa.disclosure.document.store;

import org.jspecify.annotations.NullMarked;
