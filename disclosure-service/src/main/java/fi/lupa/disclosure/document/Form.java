package fi.lupa.disclosure.document;

import org.jspecify.annotations.Nullable;

/**
 * What form a document has.
 *
 * @param documentType type code of code set 1505 or 1506, such as {@code 1506.15003}
 * @param schemaOid the national schema, for JSON
 * @param mediaType application/json or application/xhtml+xml
 * @param contentBytes size as received
 */
public record Form(
    String documentType,
    @Nullable String schemaOid,
    String mediaType,
    String language,
    int contentBytes) {}
