package fi.lupa.consent.permit.give;

import fi.lupa.consent.permit.NamedTarget;
import fi.lupa.contracts.PermitKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /v1/my/permits}; recipients are named by the citizen's references. */
record MyPermitRequest(
    PermitKind kind, Decision decision, String textVersion, @Nullable List<NamedTarget> targets) {}
