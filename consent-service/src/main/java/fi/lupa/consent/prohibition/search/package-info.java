/** Reading a client's prohibitions. */
@NullMarked
package fi.lupa.consent.prohibition.search;

import org.jspecify.annotations.NullMarked;
