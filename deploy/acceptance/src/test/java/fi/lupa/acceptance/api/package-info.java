/** What the tests' actors say to the gateway. */
@NullMarked
package fi.lupa.acceptance.api;

import org.jspecify.annotations.NullMarked;
