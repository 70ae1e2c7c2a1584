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
 * A document was stored into a register, or storing it was denied. {@code reasonCode} is there when
 * denied.
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
    List<String> legalReferences)
    implements Event {}
