package fi.lupa.consent.origin;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.RepresentationRole;
import org.jspecify.annotations.Nullable;

/**
 * That somebody else declared something for the client (SM-1505.8 and SM-1505.9, {@code edustaja}).
 *
 * @param person who; absent when a provider told only the role
 */
public record Represented(RepresentationRole role, @Nullable ClientRef person) {}
