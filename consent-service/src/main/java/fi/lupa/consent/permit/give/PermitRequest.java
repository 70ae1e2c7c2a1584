package fi.lupa.consent.permit.give;

import fi.lupa.consent.origin.Recorder;
import fi.lupa.consent.origin.RepresentedBy;
import fi.lupa.consent.permit.Target;
import fi.lupa.contracts.PermitKind;
import fi.lupa.platform.client.ClientId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /v1/permits}. */
record PermitRequest(
    ClientId client,
    PermitKind kind,
    Decision decision,
    String textVersion,
    @Nullable List<Target> targets,
    Recorder recorder,
    @Nullable RepresentedBy representative) {}
