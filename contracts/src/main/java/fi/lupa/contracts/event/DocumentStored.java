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
 * A version of a document was stored into a register, or storing it was denied.
 *
 * @param reasonCode there when denied
 * @param serviceTasks empty for a health provider's patient data
 * @param version of the document, from 1; absent when denied, and in events of before there were
 *     versions
 * @param producer on whose usage right, or for whose service, it was stored; absent where the
 *     controller stands alone
 * @param subcontractor who acted on the producer's behalf
 */
public record DocumentStored(
    UUID storeId,
    Oid document,
    ClientRef client,
    Instant time,
    Outcome outcome,
    @Nullable String reasonCode,
    Requester requester,
    Controller controller,
    Basis basis,
    String documentType,
    Set<ServiceTask> serviceTasks,
    List<String> legalReferences,
    @Nullable Integer version,
    @Nullable Party producer,
    @Nullable Party subcontractor)
    implements Event {}
