package fi.lupa.contracts.event;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An access to records: permitted, partly permitted or denied. Holds what the citizen's log must
 * tell (Act 703/2023 10 §), never document content. {@code legalReferences} are keys of {@code
 * codesets/legal-references.yaml}; {@code reasonCode} is there when denied.
 *
 * @param summary true when a summary compiled of the documents was asked for, not the documents
 * @param breakGlass true when the ground PROTECTION was used or tried, else absent
 * @param wideSearchReason key of {@code codesets/wide-search-reasons.yaml}, absent when no wide
 *     search was asked for; its explanation in free text stays where it was given
 * @param source HEALTH when registers of health care were asked for; absent means SOCIAL
 */
public record RecordsQueried(
    UUID queryId,
    ClientRef client,
    Instant time,
    Outcome outcome,
    @Nullable String reasonCode,
    Requester requester,
    String purpose,
    Basis basis,
    @Nullable Ground ground,
    String rulebook,
    List<String> legalReferences,
    List<Controller> controllers,
    List<DocumentGroup> documents,
    boolean content,
    @Nullable Boolean summary,
    @Nullable Boolean breakGlass,
    @Nullable String wideSearchReason,
    @Nullable Sector source)
    implements Event {
  /** How many documents of one kind were given from one controller's register. */
  public record DocumentGroup(
      Oid controller, String documentType, Set<ServiceTask> serviceTasks, int count) {}
}
