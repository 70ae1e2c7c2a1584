/** RFC 9457 problem details with stable reason codes and texts in Finnish, Swedish and English. */
@NullMarked
package fi.lupa.platform.problem;

import org.jspecify.annotations.NullMarked;
