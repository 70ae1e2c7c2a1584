package fi.lupa.disclosure.document;

import java.util.UUID;

/**
 * A document of a client as the client's own view finds it.
 *
 * @param id what the client knows it by: another client of the same document knows it by another
 * @param shared whether it concerns, or in an earlier version concerned, others too
 */
public record OwnDocument(UUID id, Document document, boolean shared) {}
