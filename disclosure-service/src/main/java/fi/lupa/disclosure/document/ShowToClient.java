package fi.lupa.disclosure.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether the client may see a document in the citizen's own view (facts 10.6).
 *
 * @param until with DELAYED, the day it is shown from
 * @param reason with NO, a code of why a professional has limited it (Openness Act 11 § 2, Data
 *     Protection Act 34 §)
 */
public record ShowToClient(When when, @Nullable LocalDate until, @Nullable String reason) {
  public enum When {
    YES,
    DELAYED,
    NO
  }

  public static final ShowToClient YES = new ShowToClient(When.YES, null, null);
}
