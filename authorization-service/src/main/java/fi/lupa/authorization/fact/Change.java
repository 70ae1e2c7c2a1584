package fi.lupa.authorization.fact;

import fi.lupa.platform.outbox.Envelope;

/**
 * A change that a transaction has made.
 *
 * @param event what the outbox tells of it
 * @param body what the caller is answered, with members {@code version} and the kind's id
 */
public record Change(Envelope event, Object body) {}
