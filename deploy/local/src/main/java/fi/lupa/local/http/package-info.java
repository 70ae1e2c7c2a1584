/** Calls over HTTP: health, tokens. */
@NullMarked
package fi.lupa.local.http;

import org.jspecify.annotations.NullMarked;
