/** What a citizen, or who acts for one, sees of the archive. */
@NullMarked
package fi.lupa.disclosure.citizen;

import org.jspecify.annotations.NullMarked;
