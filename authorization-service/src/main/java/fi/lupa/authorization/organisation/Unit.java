package fi.lupa.authorization.organisation;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;

/** A service unit (palveluyksikkö) of an organisation. */
public record Unit(Oid oid, LocalizedText name) {}
