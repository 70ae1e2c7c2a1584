package fi.lupa.disclosure.decision;

import fi.lupa.contracts.event.InformingRecorded;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.PermitChanged;
import fi.lupa.contracts.event.ProhibitionChanged;
import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.contracts.event.UsageRightChanged;

/** A fact that a rule looked at, in the version it saw. */
public record FactRef(String type, String id, long version) {
  static FactRef of(OrganisationChanged fact) {
    return new FactRef("ORGANISATION", fact.oid().value(), fact.version());
  }

  static FactRef of(UsageRightChanged fact) {
    return new FactRef("USAGE_RIGHT", fact.id().toString(), fact.version());
  }

  static FactRef of(InformingRecorded fact) {
    return new FactRef("INFORMING", fact.id().toString(), fact.version());
  }

  static FactRef of(PermitChanged fact) {
    return new FactRef("PERMIT", fact.id().toString(), fact.version());
  }

  static FactRef of(ProhibitionChanged fact) {
    return new FactRef("PROHIBITION", fact.id().toString(), fact.version());
  }

  static FactRef of(RepresentationChanged fact) {
    return new FactRef("REPRESENTATION", fact.id().toString(), fact.version());
  }

  static FactRef of(Tie tie) {
    return new FactRef(tie.kind().name(), tie.document().value(), tie.version());
  }
}
