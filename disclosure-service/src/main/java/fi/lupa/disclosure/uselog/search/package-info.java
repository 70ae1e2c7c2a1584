/** An officer's search in the use log of the own register. */
@NullMarked
package fi.lupa.disclosure.uselog.search;

import org.jspecify.annotations.NullMarked;
