/** The gateway's own refusals as RFC 9457 problems with stable reason codes. */
@NullMarked
package fi.lupa.gateway.problem;

import org.jspecify.annotations.NullMarked;
