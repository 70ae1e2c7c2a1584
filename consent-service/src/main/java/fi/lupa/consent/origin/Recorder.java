package fi.lupa.consent.origin;

import fi.lupa.contracts.Oid;

/** Who recorded a declaration at a provider (laatija): the service unit and its professional. */
public record Recorder(Oid unit, Professional professional) {}
