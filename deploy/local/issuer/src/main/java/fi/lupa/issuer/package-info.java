/**
 * The OAuth2 issuer of a local Lupa: gives tokens to the example organisations and to a test
 * citizen.
 *
 * <p>It is for a developer's machine only. A real deployment uses its own issuer; the services know
 * nothing of this one but its address, its keys and the audience.
 */
@NullMarked
package fi.lupa.issuer;

import org.jspecify.annotations.NullMarked;
