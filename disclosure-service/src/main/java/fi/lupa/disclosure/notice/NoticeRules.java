package fi.lupa.disclosure.notice;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is a mistake in a notice that its schema can't say. */
final class NoticeRules {
  private static final String PRIVATE_PERSON = "PRIVATE_PERSON";

  private NoticeRules() {}

  /** The keys of the code sets. */
  record Codes(Set<String> recipients, Set<String> grounds, Set<String> purposes) {}

  /**
   * Mistakes by the pointer to where they are.
   *
   * @param today in Finland
   */
  static Map<String, String> mistakes(Notice notice, Codes codes, LocalDate today) {
    Map<String, String> found = new LinkedHashMap<>();
    Notice.Recipient recipient = notice.recipient();
    boolean person = recipient.kind().equals(PRIVATE_PERSON);
    boolean organisation = recipient.organisation() != null || recipient.organisationName() != null;
    if (notice.disclosedOn().isAfter(today)) {
      found.put("/disclosedOn", "is in the future");
    }
    if (!codes.recipients().contains(recipient.kind())) {
      found.put("/recipient/kind", "isn't in the code set of recipients");
    }
    if (person && organisation) {
      found.put("/recipient", "a private person has no organisation");
    }
    if (!person && recipient.organisationName() == null) {
      found.put("/recipient/organisationName", "is required for an organisation");
    }
    if (!codes.grounds().contains(notice.ground())) {
      found.put("/ground", "isn't in the code set of grounds");
    }
    if (!codes.purposes().contains(notice.purpose())) {
      found.put("/purpose", "isn't in the code set of purposes");
    }
    if (notice.documentsOrNone().isEmpty() && notice.disclosed() == null) {
      found.put("/disclosed", "is required when no document is named");
    }
    return found;
  }
}
