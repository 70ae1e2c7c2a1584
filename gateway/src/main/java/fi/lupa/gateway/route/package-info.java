/** Where requests go and how long they may take. */
@NullMarked
package fi.lupa.gateway.route;

import org.jspecify.annotations.NullMarked;
