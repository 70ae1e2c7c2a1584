/** Transactions that a vanished caller can't break. */
@NullMarked
package fi.lupa.platform.sql;

import org.jspecify.annotations.NullMarked;
