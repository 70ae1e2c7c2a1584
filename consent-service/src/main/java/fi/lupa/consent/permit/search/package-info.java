/** Reading a client's permits. */
@NullMarked
package fi.lupa.consent.permit.search;

import org.jspecify.annotations.NullMarked;
