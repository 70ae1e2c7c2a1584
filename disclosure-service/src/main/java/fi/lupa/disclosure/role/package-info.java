/** Who sees what: the roles of decree 457/2024 and their matrix, read from the code sets. */
@NullMarked
package fi.lupa.disclosure.role;

import org.jspecify.annotations.NullMarked;
