package fi.lupa.disclosure.notice;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.record.Officer;
import fi.lupa.platform.client.ClientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The contract's {@code DisclosureNotice}: the elements of the journal entry SM-1506.19010.
 *
 * @param author who notes it
 * @param disclosed what was disclosed besides documents, in words
 */
public record Notice(
    ClientId client,
    Officer author,
    LocalDate disclosedOn,
    Recipient recipient,
    Discloser discloser,
    String ground,
    @Nullable String provision,
    String purpose,
    @Nullable Set<ServiceTask> serviceTasks,
    @Nullable Set<String> socialServices,
    @Nullable List<DisclosedDocument> documents,
    @Nullable String disclosed) {
  /**
   * Who received.
   *
   * @param organisation of the organisation, where it has an OID
   * @param organisationName of the organisation
   * @param name of the person
   */
  public record Recipient(
      String kind,
      @Nullable Oid organisation,
      @Nullable LocalizedText organisationName,
      String name,
      @Nullable String title) {}

  /** Who gave. */
  public record Discloser(String name, String title, Oid unit) {}

  /** A document that was disclosed. */
  public record DisclosedDocument(Oid documentOid, String documentType) {}

  List<DisclosedDocument> documentsOrNone() {
    return documents == null ? List.of() : documents;
  }

  Set<ServiceTask> tasksOrNone() {
    return serviceTasks == null ? Set.of() : serviceTasks;
  }

  Set<String> servicesOrNone() {
    return socialServices == null ? Set.of() : socialServices;
  }

  /** As it is kept: the client stands beside it. */
  Kept kept() {
    return new Kept(
        author,
        recipient,
        discloser,
        ground,
        provision,
        purpose,
        tasksOrNone(),
        servicesOrNone(),
        documentsOrNone(),
        disclosed);
  }

  /** A notice without its client and its day. */
  public record Kept(
      Officer author,
      Recipient recipient,
      Discloser discloser,
      String ground,
      @Nullable String provision,
      String purpose,
      Set<ServiceTask> serviceTasks,
      Set<String> socialServices,
      List<DisclosedDocument> documents,
      @Nullable String disclosed) {}
}
