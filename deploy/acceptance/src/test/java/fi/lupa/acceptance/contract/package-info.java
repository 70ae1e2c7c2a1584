/** What the gateway's OpenAPI files say, and requests made out of it. */
@NullMarked
package fi.lupa.acceptance.contract;

import org.jspecify.annotations.NullMarked;
