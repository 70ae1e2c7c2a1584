package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a version in the archive came from and what it is about: what a new version replaces, or a
 * voiding takes away.
 *
 * @param ground OWN_REGISTER or REGISTER_USAGE_RIGHT
 */
public record Origin(
    Oid controller,
    Basis ground,
    @Nullable Oid producer,
    @Nullable Oid subcontractor,
    Set<ServiceTask> serviceTasks,
    Set<String> socialServices) {}
