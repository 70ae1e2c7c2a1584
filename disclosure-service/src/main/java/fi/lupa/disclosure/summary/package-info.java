/**
 * The compiled client data (asiakastietojen yhteenveto) as one call: relationships, matters, tasks,
 * units and own workers.
 */
@NullMarked
package fi.lupa.disclosure.summary;

import org.jspecify.annotations.NullMarked;
