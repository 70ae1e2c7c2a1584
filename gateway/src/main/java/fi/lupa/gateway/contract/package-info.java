/** What the services offer, read from their OpenAPI files: whatever isn't there isn't reachable. */
@NullMarked
package fi.lupa.gateway.contract;

import org.jspecify.annotations.NullMarked;
