package fi.lupa.consent.change;

import java.util.UUID;

/** Whether a version of a fact is in force: every later record query obeys it or a newer one. */
public record Effect(UUID id, long version, boolean effective) {}
