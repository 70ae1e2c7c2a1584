/** {@code ./lupa demo}: the main job, played over HTTP and explained step by step. */
@NullMarked
package fi.lupa.local.demo;

import org.jspecify.annotations.NullMarked;
