/** Tells a client who wants it that there is something new in the own log; never what. */
@NullMarked
package fi.lupa.audit.notification;

import org.jspecify.annotations.NullMarked;
