/**
 * The read model is built anew from the stored events, while serving, and put in place of the old.
 */
@NullMarked
package fi.lupa.audit.rebuild;

import org.jspecify.annotations.NullMarked;
