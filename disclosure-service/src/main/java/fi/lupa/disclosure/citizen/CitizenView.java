package fi.lupa.disclosure.citizen;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.document.Document;
import fi.lupa.platform.security.Citizen;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One look into the citizen's own view, for the record.
 *
 * @param citizen whose view it is, and who looked on the citizen's behalf
 * @param reasonCode why nothing was shown at all, absent when the view was open
 * @param withheld what was left out of what was looked at, with the reason's code
 */
public record CitizenView(
    UUID id,
    Citizen citizen,
    Act act,
    Instant time,
    @Nullable String reasonCode,
    List<Seen> shown,
    List<Seen> withheld) {
  /** What was done. */
  public enum Act {
    LIST,
    METADATA,
    CONTENT,
    VISIBILITY
  }

  /** A document in the version that was looked at. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Seen(Oid documentOid, int version, @Nullable String code) {
    public static Seen of(Document document, @Nullable String code) {
      return new Seen(document.documentOid(), document.version(), code);
    }
  }
}
