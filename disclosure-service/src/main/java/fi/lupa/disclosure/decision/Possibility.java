package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.OrganisationChanged;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What would come of it if some organisation asked for a document now, stating all that the ground
 * asks to be stated.
 *
 * @param who could ask, all with the same outcome
 * @param unit with a usage right, the service unit that would ask
 * @param ground of a disclosure
 * @param relationships that would be stated, each with this outcome; none with a usage right
 * @param roles in which professionals would ask, each with this outcome
 */
public record Possibility(
    List<Asker> who,
    @Nullable Oid unit,
    Basis basis,
    @Nullable Ground ground,
    Set<Relationship> relationships,
    Set<String> roles,
    Answer answer) {

  /**
   * Who could ask.
   *
   * @param organisation the one that could, or one of several that the rules can't tell apart
   * @param members how many it stands for
   */
  public record Asker(OrganisationChanged organisation, int members) {}

  /** What the rulebook would answer. */
  public sealed interface Answer {
    /** Of the provisions it stands on when given, or that the failed condition comes from. */
    List<String> legalReferences();
  }

  /** The document would be given. */
  public record Given(List<String> legalReferences) implements Answer {}

  /** It wouldn't, for this condition's sake. */
  public record Refused(Rule rule, List<String> legalReferences) implements Answer {}
}
