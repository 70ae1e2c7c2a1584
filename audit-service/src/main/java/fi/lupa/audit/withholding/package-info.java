/** A controller withholds a part of a client's log from the client, as the law allows. */
@NullMarked
package fi.lupa.audit.withholding;

import org.jspecify.annotations.NullMarked;
