/**
 * Words that every service shares: identifiers, code-set keys and the events' shapes. No behaviour
 * lives here.
 */
@org.jspecify.annotations.NullMarked
package fi.lupa.contracts;
