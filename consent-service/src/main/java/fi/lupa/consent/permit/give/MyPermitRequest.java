package fi.lupa.consent.permit.give;

import fi.lupa.consent.permit.Target;
import fi.lupa.contracts.PermitKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /v1/my/permits}. */
record MyPermitRequest(
    PermitKind kind, Decision decision, String textVersion, @Nullable List<Target> targets) {}
