/**
 * How long documents are kept, and their destruction when the time is up (Act 703/2023 23 and 24 §,
 * annex).
 */
@NullMarked
package fi.lupa.disclosure.retention;

import org.jspecify.annotations.NullMarked;
