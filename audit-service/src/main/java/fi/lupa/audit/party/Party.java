package fi.lupa.audit.party;

import fi.lupa.contracts.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * An organisation, or one of its units, by name. {@code organisation} is absent while its name has
 * not come.
 */
public record Party(@Nullable LocalizedText organisation, @Nullable LocalizedText unit) {
  /** Someone whose name the log doesn't know yet. */
  public static final Party UNKNOWN = new Party(null, null);
}
