package fi.lupa.disclosure.document;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Ownership;
import org.jspecify.annotations.Nullable;

/**
 * Whose register a document stands in.
 *
 * @param controllerKind the controller's kind (rekisterinpitäjän laji), as it was when stored
 * @param registerCode a code of 1.2.246.537.6.1264, where the storing system told it
 */
public record Register(Oid controller, Ownership controllerKind, @Nullable String registerCode) {}
