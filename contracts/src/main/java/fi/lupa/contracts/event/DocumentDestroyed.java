package fi.lupa.contracts.event;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A document was destroyed for a client, because the time that it had to be kept was up (Act
 * 703/2023 24 §). Nobody asked for it, so there is no requester.
 *
 * @param versions how many there were
 * @param keptUntil the last day that it had to be kept
 * @param retentionClasses keys of {@code codesets/retention-classes.yaml}
 */
public record DocumentDestroyed(
    Oid document,
    ClientRef client,
    Instant time,
    Controller controller,
    String documentType,
    Set<ServiceTask> serviceTasks,
    int versions,
    LocalDate keptUntil,
    List<String> retentionClasses,
    List<String> legalReferences)
    implements Event {}
