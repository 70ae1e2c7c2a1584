package fi.lupa.audit.entry;

import fi.lupa.audit.party.Names;
import fi.lupa.contracts.event.Event;
import java.time.Instant;
import java.util.UUID;

/** An event on its way to become an entry: its id, its time, and the names that were known. */
record Told<E extends Event>(UUID id, Instant time, E event, Names names) {}
