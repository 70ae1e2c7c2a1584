/**
 * What every request for records states: who asks, on what basis and ground, and what the law wants
 * to be told for it.
 */
@NullMarked
package fi.lupa.disclosure.asking;

import org.jspecify.annotations.NullMarked;
