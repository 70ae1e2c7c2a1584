package fi.lupa.disclosure.visibility;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.disclosure.decision.Relationship;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.platform.codeset.LegalReference;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who could see a document now.
 *
 * @param searchId of an officer's search: it is on record
 */
record VisibilityAnswer(@Nullable UUID searchId, Rulebook rulebook, List<Item> items) {
  /**
   * One way in, open or closed.
   *
   * @param unit with a usage right
   * @param reasonCode why it is closed
   */
  record Item(
      List<Who> who,
      @Nullable LocalizedText unit,
      Basis basis,
      @Nullable Ground ground,
      Set<Relationship> relationships,
      Set<String> roles,
      boolean given,
      @Nullable String reasonCode,
      List<LegalReference> legalReferences,
      LocalizedText sentence) {}

  /** An organisation, or so many of a kind. */
  record Who(LocalizedText name, int organisations) {}
}
