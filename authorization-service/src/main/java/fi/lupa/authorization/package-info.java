/** Who may use whose register: organisations and register usage rights. */
@NullMarked
package fi.lupa.authorization;

import org.jspecify.annotations.NullMarked;
