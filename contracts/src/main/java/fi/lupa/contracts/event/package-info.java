/**
 * The events as Java records; their language-neutral form is the JSON Schema of the same name in
 * {@code events/}.
 */
@org.jspecify.annotations.NullMarked
package fi.lupa.contracts.event;
