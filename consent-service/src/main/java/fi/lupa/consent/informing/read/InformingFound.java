package fi.lupa.consent.informing.read;

import fi.lupa.consent.informing.InformingView;
import org.jspecify.annotations.Nullable;

/**
 * Whether a client should be informed now.
 *
 * @param textVersion the text in force
 * @param informing the newest; absent for a client who has not been informed
 */
record InformingFound(boolean due, String textVersion, @Nullable InformingView informing) {}
