/** What other services own, as it stands here: the projections that decisions are made on. */
@NullMarked
package fi.lupa.disclosure.fact;

import org.jspecify.annotations.NullMarked;
