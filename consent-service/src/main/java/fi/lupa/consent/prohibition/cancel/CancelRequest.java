package fi.lupa.consent.prohibition.cancel;

import fi.lupa.consent.origin.Recorder;
import fi.lupa.consent.origin.RepresentedBy;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /v1/prohibitions/{id}/cancellation}; a citizen's has none. */
record CancelRequest(Recorder recorder, @Nullable RepresentedBy representative) {}
