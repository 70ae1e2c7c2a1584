package fi.lupa.disclosure.document;

import fi.lupa.disclosure.decision.SpecialCategory;
import org.jspecify.annotations.Nullable;

/**
 * How a document is to be handled.
 *
 * @param old born before the organisation joined (vanha asiakirja, Act 703/2023 69 §)
 * @param retentionClass code of the retention class, where the storing system told it
 * @param secrecy code; social care's documents are permanently secret (Act 703/2023 4 §)
 */
public record Handling(
    Phase phase,
    boolean old,
    @Nullable String retentionClass,
    ShowToClient showToClient,
    String secrecy,
    @Nullable SpecialCategory specialCategory) {
  public static final String PERMANENTLY_SECRET = "PERMANENTLY_SECRET";
}
