/** What makes an access worth a look: plain SQL rules, each with its explanation. */
@NullMarked
package fi.lupa.disclosure.uselog.signal;

import org.jspecify.annotations.NullMarked;
