package fi.lupa.consent.prohibition.set;

import fi.lupa.consent.origin.Recorder;
import fi.lupa.consent.prohibition.Target;
import fi.lupa.platform.client.ClientId;

/** Body of {@code POST /v1/prohibitions}. */
record SetRequest(ClientId client, Target target, Recorder recorder) {}
