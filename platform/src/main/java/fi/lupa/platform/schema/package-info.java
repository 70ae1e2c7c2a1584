/**
 * National document schemas (facts 5.1): where they come from, and whether a JSON document meets
 * the one it names. There only where {@code lupa.schemas.sources} is set.
 */
@NullMarked
package fi.lupa.platform.schema;

import org.jspecify.annotations.NullMarked;
