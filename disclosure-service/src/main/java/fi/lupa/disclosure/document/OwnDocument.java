package fi.lupa.disclosure.document;

/**
 * A document of a client as the client's own view finds it.
 *
 * @param shared whether it concerns, or in an earlier version concerned, others too, also when
 *     their parts were destroyed
 */
public record OwnDocument(Document document, boolean shared) {}
