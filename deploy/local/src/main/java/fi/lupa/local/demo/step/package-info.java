/** One class per step of the demo, in the order of the story. */
@NullMarked
package fi.lupa.local.demo.step;

import org.jspecify.annotations.NullMarked;
