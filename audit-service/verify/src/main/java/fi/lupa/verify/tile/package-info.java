/** How a tree and its entries lie in files (c2sp.org/tlog-tiles). */
@NullMarked
package fi.lupa.verify.tile;

import org.jspecify.annotations.NullMarked;
