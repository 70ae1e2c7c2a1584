package fi.lupa.consent.informing.record;

import fi.lupa.consent.origin.Recorder;
import fi.lupa.consent.origin.RepresentedBy;
import fi.lupa.platform.client.ClientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /v1/informings}; {@code informedAt} absent means now. */
record InformingRequest(
    ClientId client,
    String textVersion,
    String language,
    @Nullable Instant informedAt,
    Recorder recorder,
    @Nullable RepresentedBy representative) {}
