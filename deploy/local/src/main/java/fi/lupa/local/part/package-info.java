/** The parts of a local Lupa: what each is started with and when it is ready. */
@NullMarked
package fi.lupa.local.part;

import org.jspecify.annotations.NullMarked;
