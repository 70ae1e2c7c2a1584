/** What every act does once it is decided: commit, put in force, answer. */
@NullMarked
package fi.lupa.consent.change;

import org.jspecify.annotations.NullMarked;
