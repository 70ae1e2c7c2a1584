/** A citizen reads the documents about oneself. */
@NullMarked
package fi.lupa.disclosure.citizen.documents;

import org.jspecify.annotations.NullMarked;
