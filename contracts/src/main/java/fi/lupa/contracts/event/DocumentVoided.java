package fi.lupa.contracts.event;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document, or single versions of it, was declared void (mitätöity), or voiding it was denied.
 * The history stays in the archive.
 *
 * @param reasonCode why it was denied; there when denied
 * @param reason why it was voided, a key of {@code codesets/void-reasons.yaml}
 * @param documentType absent when there was no such document to void
 * @param serviceTasks of the versions meant; none in that case
 * @param versions that were voided; none when denied
 * @param current the version that holds from now on; absent when nothing is left, and when denied
 */
public record DocumentVoided(
    UUID voidingId,
    Oid document,
    ClientRef client,
    Instant time,
    Outcome outcome,
    @Nullable String reasonCode,
    Requester requester,
    Controller controller,
    Basis basis,
    String reason,
    @Nullable String documentType,
    Set<ServiceTask> serviceTasks,
    List<Integer> versions,
    @Nullable Integer current,
    @Nullable Party producer,
    @Nullable Party subcontractor,
    List<String> legalReferences)
    implements Event {}
