/** The fence: facts pushed by their owners, in force once answered. */
@NullMarked
package fi.lupa.disclosure.fact.push;

import org.jspecify.annotations.NullMarked;
