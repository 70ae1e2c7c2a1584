package fi.lupa.consent.informing.record;

import fi.lupa.contracts.ClientRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That a client was told of their rights; {@code at} absent means now. */
record Told(ClientRef client, String textVersion, String language, @Nullable Instant at) {}
