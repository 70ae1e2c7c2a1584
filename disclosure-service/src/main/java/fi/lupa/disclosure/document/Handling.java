package fi.lupa.disclosure.document;

import fi.lupa.contracts.PatientDataGroup;
import fi.lupa.disclosure.decision.SpecialCategory;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a document is to be handled.
 *
 * @param old born before the organisation joined (vanha asiakirja, Act 703/2023 69 §)
 * @param retentionClass code of the retention class, where the storing system told it
 * @param validTo the last day that the decision in it is valid
 * @param clientDied the client's day of death, told with a client relationship document
 * @param secrecy code; social care's documents are permanently secret (Act 703/2023 4 §)
 * @param patientDataGroup what it is of a health provider's patient data; absent for a document of
 *     social care
 */
public record Handling(
    Phase phase,
    boolean old,
    @Nullable String retentionClass,
    @Nullable LocalDate validTo,
    @Nullable LocalDate clientDied,
    ShowToClient showToClient,
    String secrecy,
    @Nullable SpecialCategory specialCategory,
    @Nullable PatientDataGroup patientDataGroup) {
  public static final String PERMANENTLY_SECRET = "PERMANENTLY_SECRET";
}
