package fi.lupa.disclosure.logrequest;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request: who used the client's data, to whom they were disclosed and on what
 * ground (11 §). Empty for a request that was refused.
 *
 * @param notices disclosures by other means, on the first page only
 */
record LogAnswer(
    RequestView request,
    List<Item> items,
    List<Noticed> notices,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {
  /**
   * One access.
   *
   * @param entry for an officer to leave out, and for a question to point to
   * @param professional of the controller's own; another organisation's log tells its own
   */
  record Item(
      UUID entry,
      Instant time,
      LocalizedText act,
      LocalizedText organisation,
      @Nullable LocalizedText unit,
      @Nullable Person professional,
      @Nullable LocalizedText purpose,
      LocalizedText ground,
      Outcome outcome,
      List<Documents> documents) {}

  /** A professional by name, with the identifier in the controller's own systems. */
  record Person(String id, String name, LocalizedText role) {}

  /** So many documents of a kind. */
  record Documents(LocalizedText name, int count) {}

  /** A disclosure by other means. */
  record Noticed(
      LocalDate disclosedOn,
      LocalizedText recipientKind,
      @Nullable LocalizedText recipient,
      String recipientName,
      String discloser,
      LocalizedText ground,
      @Nullable String provision,
      LocalizedText purpose,
      List<Documents> documents,
      @Nullable String disclosed) {}
}
