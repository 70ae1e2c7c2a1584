/** The whole system as a black box: started by {@code ./lupa}, used through its gateway. */
@NullMarked
package fi.lupa.acceptance;

import org.jspecify.annotations.NullMarked;
