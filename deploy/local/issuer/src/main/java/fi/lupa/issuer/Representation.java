package fi.lupa.issuer;

/**
 * By which relation one person acts for another, as the consent-service tells it.
 *
 * @param id of the relation
 * @param role GUARDIAN_OF_MINOR, LEGAL_GUARDIAN, CONTINUING_POWER or MANDATE
 */
record Representation(String id, String role) {}
