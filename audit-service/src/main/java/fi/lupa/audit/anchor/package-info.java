/** Checkpoints that were put somewhere outside, where who keeps the log can't change them. */
@NullMarked
package fi.lupa.audit.anchor;

import org.jspecify.annotations.NullMarked;
