package fi.lupa.contracts.event;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A controller's officer asked who could see one of a client's documents in the controller's own
 * register, and on which basis. The document itself wasn't accessed; the search is told to the
 * client all the same (Act 703/2023 10 §). {@code legalReferences} are keys of {@code
 * codesets/legal-references.yaml}.
 *
 * @param rulebook the legal conditions that were applied
 */
public record VisibilitySearched(
    UUID searchId,
    ClientRef client,
    Instant time,
    Requester requester,
    Controller controller,
    String documentType,
    Set<ServiceTask> serviceTasks,
    String rulebook,
    List<String> legalReferences)
    implements Event {}
