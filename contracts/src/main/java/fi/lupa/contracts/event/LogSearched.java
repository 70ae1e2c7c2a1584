package fi.lupa.contracts.event;

import fi.lupa.contracts.ClientRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An officer looked through the use log of the own organisation's register and saw entries about
 * the client (Act 703/2023 10 §). {@code legalReferences} are keys of {@code
 * codesets/legal-references.yaml}.
 *
 * @param sought whether the client was asked for; else the entries were among others
 * @param entries how many were seen; 0 when the client was asked for and nothing was found
 */
public record LogSearched(
    UUID searchId,
    ClientRef client,
    Instant time,
    Requester requester,
    boolean sought,
    int entries,
    List<String> legalReferences)
    implements Event {}
