/** What the user sees. */
@NullMarked
package fi.lupa.local.screen;

import org.jspecify.annotations.NullMarked;
