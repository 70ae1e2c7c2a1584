package fi.lupa.consent.change;

import fi.lupa.platform.outbox.Envelope;

/**
 * What an act did, inside its transaction.
 *
 * @param view the fact as it is answered, with {@code id}, {@code version} and {@code channel}
 * @param event what the other services are told
 */
public record Changed(Object view, Envelope event) {}
