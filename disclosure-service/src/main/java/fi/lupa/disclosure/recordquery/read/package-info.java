/** Reading back the explanation of an access. */
@NullMarked
package fi.lupa.disclosure.recordquery.read;

import org.jspecify.annotations.NullMarked;
