package fi.lupa.platform.security;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.RepresentationRole;
import java.util.UUID;

/**
 * Who acts for a client, from claims {@code act} (RFC 8693, 4.1) and {@code representation} of the
 * token.
 *
 * @param person the pseudonym of who acts
 * @param representation the relation in the register of the consent-service
 */
public record Representative(ClientRef person, UUID representation, RepresentationRole role) {}
