/** Signed notes and checkpoints (c2sp.org/signed-note, tlog-checkpoint, tlog-proof). */
@NullMarked
package fi.lupa.verify.note;

import org.jspecify.annotations.NullMarked;
