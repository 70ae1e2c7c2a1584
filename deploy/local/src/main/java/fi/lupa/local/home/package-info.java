/** Where a local Lupa keeps its files, and the settings it was started with. */
@NullMarked
package fi.lupa.local.home;

import org.jspecify.annotations.NullMarked;
