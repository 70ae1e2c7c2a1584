package fi.lupa.authorization.usageright.grant;

import java.util.Optional;

/**
 * The two sides of a right as they are registered.
 *
 * @param unitIsProducers whether the unit named is an open unit of the producer
 */
record Parties(Optional<Party> organiser, Optional<Party> producer, boolean unitIsProducers) {}
