package fi.lupa.consent.guardianprohibition.cancel;

import fi.lupa.consent.origin.Recorder;

/** Body of {@code POST /v1/guardian-prohibitions/{id}/cancellation}. */
record CancelRequest(Recorder recorder) {}
