/**
 * Words that every service shares: identifiers, code-set keys, days and the events' shapes. No rule
 * lives here.
 */
@org.jspecify.annotations.NullMarked
package fi.lupa.contracts;
