package fi.lupa.consent.representation;

import fi.lupa.contracts.event.RepresentationChanged;

/** What the other services learn of a relation. */
public final class RepresentationEvents {
  private RepresentationEvents() {}

  /** The relation after its change; of what bars it only that something does. */
  public static RepresentationChanged changed(Representation representation) {
    Terms terms = representation.terms();
    return new RepresentationChanged(
        representation.id(),
        representation.version(),
        representation.state(),
        representation.client(),
        representation.representative(),
        representation.role(),
        terms.matters(),
        terms.validFrom(),
        terms.validUntil(),
        !terms.blocks().isEmpty(),
        representation.changedAt());
  }
}
