package fi.lupa.audit.mylog.export;

import fi.lupa.audit.coverage.Coverage;
import fi.lupa.audit.tree.SignedCheckpoint;
import fi.lupa.audit.withholding.Withholdings.Withheld;
import fi.lupa.contracts.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a whole export.
 *
 * @param checkpoint under which entries are proved; null where they aren't, or while the log has
 *     none
 * @param id of the export; stands for the client where a form wants one, for the log has no name
 */
record Cover(
    UUID id,
    Instant madeAt,
    String language,
    Coverage coverage,
    List<Withheld> withheld,
    @Nullable SignedCheckpoint checkpoint) {
  @Nullable String in(@Nullable LocalizedText text) {
    return text == null ? null : text.in(language);
  }
}
