/**
 * Requests that come at a constant rate, whatever the answers do, and the highest rate that holds.
 */
@NullMarked
package fi.lupa.benchmark.rate;

import org.jspecify.annotations.NullMarked;
