/**
 * The only door: routes, token check, limits, problem responses, API pages and the citizen portal.
 */
@NullMarked
package fi.lupa.gateway;

import org.jspecify.annotations.NullMarked;
