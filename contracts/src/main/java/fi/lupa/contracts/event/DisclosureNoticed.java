package fi.lupa.contracts.event;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A controller noted that it disclosed client data by other means than Lupa (Act 703/2023 10 §;
 * luovutusilmoitus). No person is named: who received and who gave stays in the disclosure-service.
 *
 * @param ground a key of the grounds in {@code codesets/disclosure-notices.yaml}
 * @param provision of the law, such as "812/2000 18 §", absent when none was named
 * @param purpose a key of {@code codesets/purposes.yaml}
 */
public record DisclosureNoticed(
    UUID noticeId,
    ClientRef client,
    Instant time,
    LocalDate disclosedOn,
    Requester requester,
    Controller controller,
    Recipient recipient,
    String ground,
    @Nullable String provision,
    String purpose,
    Set<ServiceTask> serviceTasks,
    List<DocumentKind> documents,
    List<String> legalReferences)
    implements Event {
  /**
   * Who received.
   *
   * @param kind a key of the recipients in {@code codesets/disclosure-notices.yaml}
   * @param organisation absent for a private person and for an organisation without an OID
   * @param name of the organisation, absent for a private person
   */
  public record Recipient(String kind, @Nullable Oid organisation, @Nullable LocalizedText name) {}

  /** How many documents of a type. */
  public record DocumentKind(String documentType, int count) {}
}
