/** JSON Schemas as code: what a service checks ten thousand times a second. */
@NullMarked
package fi.lupa.audit.schema;

import org.jspecify.annotations.NullMarked;
