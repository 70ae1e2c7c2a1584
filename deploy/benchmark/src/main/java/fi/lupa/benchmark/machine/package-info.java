/** What the machine is, and what each process of it used. */
@NullMarked
package fi.lupa.benchmark.machine;

import org.jspecify.annotations.NullMarked;
