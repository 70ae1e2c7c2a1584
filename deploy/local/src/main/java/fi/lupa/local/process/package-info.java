/** Starting, finding again and ending the processes of the parts. */
@NullMarked
package fi.lupa.local.process;

import org.jspecify.annotations.NullMarked;
