package fi.lupa.consent.prohibition.set;

import fi.lupa.consent.origin.Recorder;
import fi.lupa.consent.origin.RepresentedBy;
import fi.lupa.platform.client.ClientId;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /v1/prohibitions}. */
record SetRequest(
    ClientId client, Asked target, Recorder recorder, @Nullable RepresentedBy representative) {}
