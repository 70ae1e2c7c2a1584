package fi.lupa.audit.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.Sector;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the citizen reads it, in one language; {@code LogEntry} of {@code openapi/audit.yaml}
 * says what each member means. Holds no identifier but its own and no professional (Act 703/2023 74
 * § 2).
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LogEntry(
    UUID id,
    Instant time,
    Kind kind,
    @Nullable Outcome outcome,
    @Nullable LocalizedText organisation,
    @Nullable LocalizedText unit,
    List<LocalizedText> controllers,
    @Nullable String purpose,
    @Nullable Basis basis,
    @Nullable Ground ground,
    List<Provision> legalReferences,
    List<Documents> documents,
    @Nullable String reasonCode,
    @Nullable String reason,
    String sentence,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Sector source,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String wideSearch,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String recipient,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RepresentationRole representative) {
  /** What an entry tells of. */
  public enum Kind {
    ACCESS(1),
    BREAK_GLASS(2),
    DOCUMENT_STORED(3),
    DOCUMENT_VOIDED(4),
    DOCUMENT_DESTROYED(5),
    VISIBILITY_SEARCHED(6),
    RIGHT(7),
    DECLARATION(8),
    REPRESENTATION(9),
    CLIENT_LINKED(10),
    REPRESENTATIVE_VIEWED(11),
    BREAK_GLASS_REVIEWED(12),
    LOG_READ(20),
    DISCLOSURE_NOTICE(21),
    LOG_REQUEST(22),
    ERASED(23);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    /** The number that stands for the kind in {@code log_entry}; never used for another one. */
    public int code() {
      return code;
    }

    /** The kind that a number of {@code log_entry} stands for. */
    public static Kind of(int code) {
      return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst().orElseThrow();
    }
  }

  /** A provision that it stood on; without section the whole act. */
  public record Provision(String act, @Nullable String section, String text) {}

  /** How many documents of one kind in one register. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Documents(
      String documentType,
      String displayName,
      List<Task> serviceTasks,
      @Nullable LocalizedText controller,
      int count) {}

  /** A service task with its name. */
  public record Task(String code, String name) {}
}
