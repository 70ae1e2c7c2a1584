package fi.lupa.consent.permit.withdraw;

import fi.lupa.consent.origin.Recorder;
import fi.lupa.consent.origin.RepresentedBy;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /v1/permits/{id}/withdrawal}; a citizen's has none. */
record WithdrawRequest(Recorder recorder, @Nullable RepresentedBy representative) {}
