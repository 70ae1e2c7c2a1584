package fi.lupa.disclosure.decision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to the archive, as far as the law cares.
 *
 * @param recordedAt when the document was recorded
 * @param old born before the organisation joined
 * @param chain the purchase chain as stated, absent when it isn't
 * @param patientData whether it is stored as a health provider's patient data; absent when only
 *     what stands there is voided
 * @param touched the versions that are replaced or voided; none for a new document
 */
public record Storing(
    Instant recordedAt,
    boolean old,
    @Nullable StatedChain chain,
    @Nullable Boolean patientData,
    List<Origin> touched) {}
