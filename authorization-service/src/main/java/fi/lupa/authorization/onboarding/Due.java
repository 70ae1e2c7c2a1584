package fi.lupa.authorization.onboarding;

import fi.lupa.contracts.Oid;
import java.util.UUID;

/** A deadline with whose it is. */
public record Due(UUID onboarding, Oid organisation, Deadline deadline) {}
