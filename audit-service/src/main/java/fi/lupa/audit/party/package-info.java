/** Names of organisations and units over time, for events that hold only their identifiers. */
@NullMarked
package fi.lupa.audit.party;

import org.jspecify.annotations.NullMarked;
