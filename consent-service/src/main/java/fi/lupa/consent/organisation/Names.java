package fi.lupa.consent.organisation;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import java.util.Map;

/** Names of organisations and service units. */
public record Names(Map<Oid, LocalizedText> known) {}
