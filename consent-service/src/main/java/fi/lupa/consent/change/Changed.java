package fi.lupa.consent.change;

import fi.lupa.platform.outbox.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * What an act did, inside its transaction.
 *
 * @param view the fact as it is answered, with {@code id} and {@code version}, and with {@code
 *     channel} when it comes by more than one
 * @param event what the other services are told; null when nothing changed
 */
public record Changed(Object view, @Nullable Envelope event) {}
