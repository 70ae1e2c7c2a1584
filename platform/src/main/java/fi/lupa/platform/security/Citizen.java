package fi.lupa.platform.security;

import fi.lupa.contracts.ClientRef;
import fi.lupa.platform.client.ClientId;

/** A person acting for themselves, strongly identified by the issuer. */
public record Citizen(ClientRef client, ClientId id) {}
