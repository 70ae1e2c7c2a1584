/**
 * Documents made from JSON Schemas, and where the national schemas are on machines that have them.
 */
@NullMarked
package fi.lupa.testkit.schema;

import org.jspecify.annotations.NullMarked;
