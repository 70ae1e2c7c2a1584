package fi.lupa.contracts.event;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;

/** An organisation in a purchase chain, with its name at that moment. */
public record Party(Oid organisation, LocalizedText name) {}
