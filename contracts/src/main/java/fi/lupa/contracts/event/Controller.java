package fi.lupa.contracts.event;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;

/**
 * The controller (rekisterinpitäjä) of a register that data came from, with its name at that
 * moment.
 */
public record Controller(Oid organisation, LocalizedText name) {}
