/** Who may read a log for another (Act 703/2023 50 §). */
@NullMarked
package fi.lupa.audit.representation;

import org.jspecify.annotations.NullMarked;
