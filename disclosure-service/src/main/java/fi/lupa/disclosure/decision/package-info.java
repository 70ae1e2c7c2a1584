/** The law as pure functions over facts. No Spring, no SQL, no clock. */
@NullMarked
package fi.lupa.disclosure.decision;

import org.jspecify.annotations.NullMarked;
