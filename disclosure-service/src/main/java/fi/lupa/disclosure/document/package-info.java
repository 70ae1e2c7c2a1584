/** Documents and what is known of them. */
@NullMarked
package fi.lupa.disclosure.document;

import org.jspecify.annotations.NullMarked;
