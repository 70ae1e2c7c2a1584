package fi.lupa.disclosure.decision;

/**
 * The task that a professional asks in (decree 457/2024 10 §), as {@code codesets/roles.yaml} has
 * it.
 *
 * @param wideSearch whether the task may search widely by an authority's right
 * @param contactData whether the task needs a protected client's contact data
 */
public record Role(String key, boolean wideSearch, boolean contactData) {}
