/** Signed notes and checkpoints (c2sp.org/signed-note, tlog-checkpoint). */
@NullMarked
package fi.lupa.verify.note;

import org.jspecify.annotations.NullMarked;
